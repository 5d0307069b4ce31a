#include "web/study_request.h"

#include "web/pages/error_page.h"
#include "web/pages/module_page.h"
#include "web/pages/related/related_page.h"
#include "web/pages/results/results_pages.h"
#include "web/pages/sites/sites_page.h"
#include "web/pages/study_page.h"
#include "web/path/node_words.h"

#include <algorithm>
#include <charconv>

namespace trialdex::web {

namespace {

using study::NctId;

constexpr std::size_t kLongestQuotedId = 40; // an id that is repeated on an error page is cut here
constexpr std::size_t kParserRoom = 64;      // bytes behind a text that spare the parser a copy of its own
constexpr std::size_t kLongestGap = 4; // bytes between NCT and its digits: " ", "-", ": ", a hyphen of three bytes

std::string quoted(std::string_view text) { return "“" + nodes::shortened(text, kLongestQuotedId) + "”"; }

// "A study number is NCT and eight digits, such as NCT00000102.": the example is one that can be opened here.
std::string form_of_id(const PageContext& context) {
    const auto example = example_study(context);
    return "A study number is NCT and eight digits" + (example ? ", such as " + example->text() : std::string()) + ".";
}

api::Response malformed_id(const PageContext& context, std::string_view id) {
    return error_page(context, {.status = 400,
                                .title = "That is not a study number",
                                .what = quoted(id) + " does not name a study. " + form_of_id(context),
                                .ways_on = {{"Home", "/"}, {"All modules", "/modules"}}});
}

api::Response no_id_given(const PageContext& context) {
    return error_page(context, {.status = 400,
                                .title = "No study number was given",
                                .what = "The box was empty. " + form_of_id(context),
                                .ways_on = {{"Home", "/"}, {"All modules", "/modules"}}});
}

api::Response unknown_study(const PageContext& context, NctId id) {
    return error_page(
        context,
        {.status = 404,
         .title = "No study " + id.text() + " here",
         .what = "This registry holds no record with the number " + id.text() + ". The official registry may have it.",
         .ways_on = {{id.text() + " on ClinicalTrials.gov", official_record_url(id)}, {"Home", "/"}}});
}

api::Response malformed_version(const PageContext& context, NctId id, std::string_view version) {
    return error_page(context, {.status = 400,
                                .title = "That is not a version",
                                .what = quoted(version) + " does not name a version of " + id.text() +
                                        ". Versions are counted from 1, the oldest.",
                                .ways_on = {{"The newest version of " + id.text(), StudyAddress(id).study()}}});
}

api::Response unknown_version(const PageContext& context, NctId id, std::string_view version) {
    return error_page(context, {.status = 404,
                                .title = "No such version of " + id.text(),
                                .what = "This registry has no version " + quoted(version) + " of " + id.text() + ".",
                                .ways_on = {{"The newest version of " + id.text(), StudyAddress(id).study()}}});
}

api::Response failure(const PageContext& context, const Error& error) {
    return error_page(
        context,
        {.status = 500, .title = "This record cannot be shown", .what = error.message, .ways_on = {{"Home", "/"}}});
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }
bool is_letter_or_digit(char c) { return is_digit(c) || (lower(c) >= 'a' && lower(c) <= 'z'); }

std::string lowered(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), lower);
    return out;
}

bool is_number(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_digit); }

// nullopt for 0 and for numbers that no version can have.
std::optional<std::uint32_t> version_number(std::string_view text) {
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || number == 0) return std::nullopt;
    return number;
}

// The digits at the start of `text`, unless a letter follows them ("123x" is a slip, not 123).
std::string_view leading_digits(std::string_view text) {
    std::size_t size = 0;
    while (size < text.size() && is_digit(text[size])) ++size;
    return size < text.size() && is_letter_or_digit(text[size]) ? std::string_view() : text.substr(0, size);
}

// Words beside PATH that have a page of their own.
struct OwnPage {
    std::string_view path;
    api::Response (*answer)(const StudyRequest& request);
};
constexpr OwnPage kOwnPages[] = {{"related", related_page}, {kSitesPath, sites_page}};
constexpr std::string_view kResults = "results"; // with pages below it

bool has_results(study::Value root) { return root["resultsSection"].size() > 0; }

bool is_below_results(std::string_view path) {
    return path.starts_with(kResults) && (path.size() == kResults.size() || path[kResults.size()] == '/');
}

// Words beside PATH whose page is the study page, for all studies or for this one.
std::string_view place_of_reserved(study::Value root, std::string_view word) {
    if (word == "history") return "about"; // where the versions are listed
    if (is_below_results(word) && !has_results(root)) return "results-notice";
    return {};
}

// "/study/NCT00000001" or with "/PATH", percent-encoded and without a slash at the end.
std::string canonical_target(NctId id, std::string_view path) {
    std::string target = "/study/" + id.text();
    if (!path.empty()) target += "/" + encode_path(path);
    return target;
}

// There is no such record under its own number: perhaps it is the former number of another, whose address it leads to.
api::Response missing_study(const PageContext& context, NctId id, std::string_view path) {
    const auto alias = context.store.find_alias(id);
    if (!alias) return failure(context, alias.error());
    if (!*alias || **alias == id) return unknown_study(context, id);
    return redirect(context.request, canonical_target(**alias, path));
}

api::Response show(const PageContext& context, const store::StoredRecord& stored, std::string_view path,
                   bool is_cited) {
    std::string text;
    text.reserve(stored.json.size() + kParserRoom);
    text = stored.json;
    const auto document = study::Document::parse(std::move(text));
    if (!document) return failure(context, document.error());
    const auto version = is_cited ? std::optional(stored.version.number) : std::nullopt;
    const StudyRequest request{context, stored, document->root(), StudyAddress(stored.id, version)};
    for (const OwnPage& page : kOwnPages) {
        if (lowered(path) != page.path) continue;
        if (path == page.path) return page.answer(request);
        return redirect(context.request, canonical_target(stored.id, page.path));
    }
    const std::string word = lowered(path);
    if (const std::string_view place = place_of_reserved(request.root, word); !place.empty()) {
        api::Response response = redirect(context.request, "/study/" + stored.id.text(), 302);
        response.location += "#" + std::string(place);
        return response;
    }
    if (is_below_results(word)) {
        if (path != word) return redirect(context.request, canonical_target(stored.id, word));
        return results_pages(request, std::string_view(word).substr(std::min(word.size(), kResults.size() + 1)));
    }
    return path.empty() ? study_page(request) : module_page(request, path);
}

} // namespace

std::string official_record_url(NctId id) { return std::string(kOfficialRegistry).append("study/").append(id.text()); }

std::optional<NctId> pasted_id(std::string_view text) {
    if (is_number(text)) return NctId::parse_lenient("NCT" + std::string(text));
    const std::string small = lowered(text);
    for (std::size_t at = small.find("nct"); at != std::string::npos; at = small.find("nct", at + 1)) {
        std::size_t digits = at + 3;
        while (digits < small.size() && digits < at + 3 + kLongestGap && !is_letter_or_digit(small[digits])) ++digits;
        const auto id = NctId::parse_lenient("NCT" + std::string(leading_digits(text.substr(digits))));
        if (id) return id;
    }
    return std::nullopt;
}

std::optional<NctId> example_study(const PageContext& context) {
    const auto example = context.store.next(NctId(1), {});
    return example ? *example : std::nullopt;
}

api::Response study_or_module(const PageContext& context, std::string_view rest) {
    const std::size_t slash = rest.find('/');
    const std::string_view written = rest.substr(0, slash);
    std::string_view path = slash == std::string_view::npos ? std::string_view() : rest.substr(slash + 1);
    while (path.ends_with('/')) path.remove_suffix(1);
    while (path.starts_with('/')) path.remove_prefix(1);

    const auto id = NctId::parse_lenient(written);
    if (!id) return malformed_id(context, written);
    const std::string* cited = context.request.parameter("version");
    const auto number = cited ? version_number(*cited) : std::nullopt;
    const auto stored = number ? context.store.get_version(*id, *number) : context.store.get(*id);
    if (!stored && stored.error().code != ErrorCode::NotFound) return failure(context, stored.error());
    if (!stored && !(number && context.store.get(*id))) return missing_study(context, *id, path);

    std::string canonical = id->text();
    if (!path.empty()) canonical += "/" + std::string(path);
    if (canonical != rest) return redirect(context.request, canonical_target(*id, path));
    if (cited && !is_number(*cited)) return malformed_version(context, *id, *cited);
    if (!stored || (cited && !number)) return unknown_version(context, *id, *cited);
    return show(context, *stored, path, cited != nullptr);
}

api::Response find_study(const PageContext& context) {
    const std::string* asked = context.request.parameter("id");
    std::string_view text = asked ? std::string_view(*asked) : std::string_view();
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    if (text.empty()) return no_id_given(context);
    const auto id = pasted_id(text);
    if (!id) return malformed_id(context, text);
    api::Response response;
    response.status = 303;
    response.location = StudyAddress(*id).study();
    return response;
}

} // namespace trialdex::web
