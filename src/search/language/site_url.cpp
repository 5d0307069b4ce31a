#include "search/language/site_url.h"

#include "base/utf8.h"
#include "search/language/agg_filters.h"
#include "search/language/circle.h"
#include "search/language/errors.h"
#include "search/language/names.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace trialdex::search {

namespace {

constexpr std::size_t kMaxUrlBytes = 16 * 1024;
constexpr std::string_view kHost = "clinicaltrials.gov";

using Parameters = std::map<std::string, std::string, std::less<>>;
using Pair = std::pair<std::string_view, std::string_view>;

constexpr std::array<std::string_view, 9> kBoxes = {"cond",  "term", "intr", "titles", "outc",
                                                    "spons", "lead", "id",   "patient"};

// Dates from_to. The classic site has the ends apart: strd_s and strd_e.
struct DateRange {
    std::string_view name;
    std::string_view classic;
    std::string_view piece;
};
constexpr std::array<DateRange, 6> kDates = {{{"start", "strd", "StartDate"},
                                              {"primComp", "prcd", "PrimaryCompletionDate"},
                                              {"studyComp", "cmpd", "CompletionDate"},
                                              {"firstPost", "sfpd", "StudyFirstPostDate"},
                                              {"resFirstPost", "rfpd", "ResultsFirstPostDate"},
                                              {"lastUpdPost", "lupd", "LastUpdatePostDate"}}};

constexpr std::array<Pair, 4> kPlaces = {{{"locn", "LocationFacility"},
                                          {"country", "LocationCountry"},
                                          {"state", "LocationState"},
                                          {"city", "LocationCity"}}};

// The classic site's lists: the parameter, the facet, and a key for every letter or word.
struct ClassicChoice {
    std::string_view name;
    std::string_view value;
    std::string_view facet;
    std::string_view key;
};
constexpr std::array<ClassicChoice, 34> kClassic = {{
    {"recrs", "a", "status", "rec"},
    {"recrs", "b", "status", "not"},
    {"recrs", "d", "status", "act"},
    {"recrs", "e", "status", "com"},
    {"recrs", "f", "status", "enr"},
    {"recrs", "g", "status", "sus"},
    {"recrs", "h", "status", "ter"},
    {"recrs", "i", "status", "wit"},
    {"recrs", "m", "status", "unk"},
    {"phase", "4", "phase", "0"},
    {"phase", "0", "phase", "1"},
    {"phase", "1", "phase", "2"},
    {"phase", "2", "phase", "3"},
    {"phase", "3", "phase", "4"},
    {"phase", "5", "phase", "NA"},
    {"age", "0", "ages", "child"},
    {"age", "1", "ages", "adult"},
    {"age", "2", "ages", "older"},
    {"fund", "0", "funderType", "nih"},
    {"fund", "1", "funderType", "fed"},
    {"fund", "2", "funderType", "industry"},
    {"fund", "3", "funderType", "other"},
    {"gndr", "Female", "sex", "f"},
    {"gndr", "Male", "sex", "m"},
    {"type", "Intr", "studyType", "int"},
    {"type", "Obsr", "studyType", "obs"},
    {"type", "PReg", "studyType", "obs_patreg"},
    {"type", "Expn", "studyType", "exp"},
    {"rslt", "With", "results", "with"},
    {"rslt", "Without", "results", "without"},
    {"hlth", "Y", "healthy", "y"},
    {"u_prot", "Y", "docs", "prot"},
    {"u_sap", "Y", "docs", "sap"},
    {"u_icf", "Y", "docs", "icf"},
}};

// What decides how the list looks there, not what is in it.
constexpr std::array<std::string_view, 11> kLooks = {"viewType", "page", "limit", "rank",       "checkSpell", "tab",
                                                     "Search",   "draw", "flds",  "utm_source", "intrRank"};

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// Addresses are copied by hand: a '%' that means nothing stays, and so does what would not be UTF-8. Control characters
// become blanks.
std::string decoded(std::string_view text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const int high = text[i] == '%' && i + 2 < text.size() ? hex_digit(text[i + 1]) : -1;
        const int low = high >= 0 ? hex_digit(text[i + 2]) : -1;
        char c = text[i] == '+' ? ' ' : text[i];
        if (low >= 0) {
            c = static_cast<char>(high * 16 + low);
            i += 2;
        }
        plain += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
    return is_utf8(plain) ? plain : std::string(text);
}

Parameters parameters_of(std::string_view query) {
    Parameters parameters;
    query = query.substr(0, query.find('#'));
    for (std::size_t start = 0; start < query.size();) {
        const std::size_t end = std::min(query.find('&', start), query.size());
        const std::string_view item = query.substr(start, end - start);
        const std::size_t equals = std::min(item.find('='), item.size());
        std::string value = decoded(item.substr(std::min(equals + 1, item.size())));
        value = trimmed(value);
        if (!value.empty()) parameters.emplace(decoded(item.substr(0, equals)), std::move(value));
        start = end + 1;
    }
    return parameters;
}

// "AREA[LocationCity]Boston": the value as it is where that is one term, else in parentheses or as a phrase.
std::string in_piece(std::string_view piece, std::string_view value) {
    const auto parsed = parse(value, {nullptr, schema::find_piece(piece)});
    if (parsed) {
        const bool is_term = parsed->kind == Expression::Kind::Words && value.find('[') == std::string_view::npos;
        return is_term ? fmt::format("AREA[{}]{}", piece, value) : fmt::format("AREA[{}]({})", piece, value);
    }
    std::string phrase;
    for (const char c : value) {
        if (c == '"' || c == '\\') phrase += '\\';
        phrase += c;
    }
    return fmt::format("AREA[{}]\"{}\"", piece, phrase);
}

class Reader {
public:
    explicit Reader(Parameters parameters) : parameters_(std::move(parameters)) {}

    SiteSearch read() {
        for (const std::string_view name : kBoxes) {
            if (std::string text = take(name); !text.empty()) found_.boxes.emplace(name, std::move(text));
        }
        take_aggregates();
        take_classic_choices();
        take_places();
        for (const DateRange& range : kDates) take_dates(range);
        take_ages();
        found_.sort = take("sort");
        for (const auto& [name, value] : parameters_) {
            if (std::ranges::find(kLooks, name) == kLooks.end())
                found_.left_out.push_back(std::string(name).append("=").append(value));
        }
        return std::move(found_);
    }

private:
    std::string take(std::string_view name) {
        const auto at = parameters_.find(name);
        if (at == parameters_.end()) return {};
        std::string value = std::move(at->second);
        parameters_.erase(at);
        return value;
    }

    void leave_out(std::string_view name, std::string_view value) {
        found_.left_out.push_back(fmt::format("{}={}", name, value));
    }

    void take_aggregates() {
        const std::string text = take("aggFilters");
        if (auto filters = agg_filters(text)) {
            found_.choices = std::move(filters->choices);
        } else {
            leave_out("aggFilters", text);
        }
    }

    void choose(std::string_view facet, std::string_view key) {
        const auto at = std::ranges::find(found_.choices, facet, &Choice::facet);
        if (at == found_.choices.end()) {
            found_.choices.push_back({std::string(facet), {std::string(key)}});
        } else {
            at->keys.emplace_back(key);
        }
    }

    // Letters and digits stand together ("recrs=ab", "phase=012"), words alone ("gndr=Female").
    void take_classic_choices() {
        for (const ClassicChoice& choice : kClassic) {
            const auto at = parameters_.find(choice.name);
            if (at == parameters_.end()) continue;
            const bool holds = choice.value.size() == 1 ? at->second.find(choice.value) != std::string::npos
                                                        : same_name(at->second, choice.value);
            if (holds) choose(choice.facet, choice.key);
        }
        for (const ClassicChoice& choice : kClassic) take(choice.name);
    }

    void take_places() {
        const std::string latitude = take("lat");
        const std::string longitude = take("lng");
        std::string radius = take("distance");
        if (radius.empty()) radius = take("dist");
        // The site's plain numbers are miles.
        if (decimal(radius)) radius += "mi";
        found_.near_name = take("locStr");
        found_.near = circle_of(latitude, longitude, radius);
        for (const auto& [name, piece] : kPlaces) {
            const std::string place = take(name);
            const bool is_the_circle_in_words = found_.near && name != "locn";
            if (!place.empty() && !is_the_circle_in_words) add(found_.locations, in_piece(piece, place), ",");
        }
        // A place that the person named and the address does not locate.
        if (!found_.near && found_.locations.empty()) found_.locations = found_.near_name;
        if (!found_.near) found_.near_name.clear();
    }

    void take_dates(const DateRange& range) {
        const std::string both = take(range.name);
        std::string from = both.substr(0, both.find('_'));
        std::string to = both.find('_') == std::string::npos ? std::string() : both.substr(both.find('_') + 1);
        if (both.empty()) {
            from = take(fmt::format("{}_s", range.classic));
            to = take(fmt::format("{}_e", range.classic));
        }
        if (!from.empty() || !to.empty()) narrow(range.name, range.piece, from, to);
    }

    void take_ages() {
        const std::string both = take("ageRange");
        const std::string from = both.substr(0, both.find('_'));
        const std::string to = both.find('_') == std::string::npos ? std::string() : both.substr(both.find('_') + 1);
        if (!from.empty()) narrow("ageRange", "MinimumAge", from, "");
        if (!to.empty()) narrow("ageRange", "MaximumAge", "", to);
    }

    void narrow(std::string_view name, std::string_view piece, std::string_view from, std::string_view to) {
        const std::string text =
            fmt::format("AREA[{}]RANGE[{},{}]", piece, from.empty() ? "MIN" : from, to.empty() ? "MAX" : to);
        if (parse(text, {})) {
            add(found_.advanced, text, " AND ");
        } else {
            leave_out(name, fmt::format("{}_{}", from, to));
        }
    }

    static void add(std::string& all, std::string_view one, std::string_view between) {
        if (!all.empty()) all += between;
        all += one;
    }

    Parameters parameters_;
    SiteSearch found_;
};

// "https://clinicaltrials.gov/search?…", with another scheme, without one, with a name in front of the host.
bool is_of_the_site(std::string_view address) {
    if (const std::size_t scheme = address.find("://"); scheme != std::string_view::npos) {
        address.remove_prefix(scheme + 3);
    }
    const std::string_view host = address.substr(0, address.find_first_of("/:"));
    if (host.size() < kHost.size() || !same_name(host.substr(host.size() - kHost.size()), kHost)) return false;
    return host.size() == kHost.size() || host[host.size() - kHost.size() - 1] == '.';
}

} // namespace

Result<SiteSearch> parse_site_url(std::string_view url) {
    url = trimmed(url);
    if (url.size() > kMaxUrlBytes) return fail(ErrorCode::TooLarge, "That address is too long to be one of a search.");
    const std::size_t question = url.find('?');
    if (question == std::string_view::npos || !is_of_the_site(url.substr(0, question))) {
        return fail(ErrorCode::InvalidInput,
                    "That is not the address of a search on ClinicalTrials.gov. It starts with "
                    "https://clinicaltrials.gov/search? and is best copied from the browser's address bar.");
    }
    return Reader(parameters_of(url.substr(question + 1))).read();
}

} // namespace trialdex::search
