#include "web/pages/sites/near_place.h"

#include "search/language/circle.h"
#include "text/words.h"
#include "web/map/distance.h"
#include "web/pages/search/no_index.h"
#include "web/pages/study/study_view.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <utility>

namespace trialdex::web {

namespace {

constexpr std::size_t kStudiesLookedAt = 12;      // of others, for a town that this study does not have
constexpr std::size_t kLargestRecord = 1'500'000; // bytes; reading the few larger ones would be felt
constexpr std::size_t kLongestTown = 4;           // words tried as a town's name in the index
constexpr std::size_t kSuggested = 5;
constexpr std::size_t kMostOthers = 6;
constexpr double kSameTown = 60;            // kilometres: two points of one name that are nearer are one town
constexpr std::size_t kLettersAMistake = 4; // one letter in so many may be wrong

// What people write for countries that records spell out.
struct ShortName {
    std::string_view typed;
    std::string_view country; // folded
};
constexpr std::array<ShortName, 5> kShortNames = {{{"us", "united states"},
                                                   {"usa", "united states"},
                                                   {"uk", "united kingdom"},
                                                   {"england", "united kingdom"},
                                                   {"uae", "united arab emirates"}}};

using Words = std::vector<std::string>;

Words words_of_name(std::string_view text) {
    text::Splitter splitter;
    Words words;
    for (const text::Word& word : splitter.split(text, text::Markup::Plain)) {
        if (!word.joined) words.emplace_back(word.folded);
    }
    return words;
}

bool holds(const Words& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

// "Belgium" and "East Flanders" are said by words of the site's state or country, or by a short name of it.
bool says_where(std::span<const std::string> rest, const StudySite& site) {
    const Words known = words_of_name(site.state + " " + site.country);
    return std::all_of(rest.begin(), rest.end(), [&](const std::string& word) {
        if (holds(known, word)) return true;
        return std::any_of(kShortNames.begin(), kShortNames.end(), [&](const ShortName& name) {
            return name.typed == word && words_of_name(name.country) == words_of_name(site.country);
        });
    });
}

bool is_letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

// False for most towns that `asked` cannot begin with: their first letter is another. Folding changes no letter of
// ASCII but to its small one, and names with anything else in front are left to the words.
bool may_begin(const Words& asked, std::string_view city) {
    const auto first = std::find_if(city.begin(), city.end(), [](char c) {
        return is_letter_or_digit(c) || static_cast<unsigned char>(c) >= 0x80;
    });
    if (first == city.end() || static_cast<unsigned char>(*first) >= 0x80) return true;
    const char small = *first >= 'A' && *first <= 'Z' ? static_cast<char>(*first | 0x20) : *first;
    return !asked.empty() && asked[0][0] == small;
}

bool names_town(const Words& asked, const StudySite& site) {
    if (!may_begin(asked, site.city)) return false;
    const Words town = words_of_name(site.city);
    if (town.empty() || asked.size() < town.size() || !std::equal(town.begin(), town.end(), asked.begin()))
        return false;
    return says_where(std::span(asked).subspan(town.size()), site);
}

std::string name_of(const StudySite& site) {
    std::string name = site.city;
    for (const std::string* part : {&site.state, &site.country}) {
        if (!part->empty() && *part != site.city) name += ", " + *part;
    }
    return name;
}

// Towns with the number of sites that stand for each.
class Towns {
public:
    void add(const StudySite& site) {
        const std::string name = name_of(site);
        auto known =
            std::find_if(towns_.begin(), towns_.end(), [&](const auto& town) { return town.first.name == name; });
        if (known == towns_.end()) known = towns_.insert(known, {{name, *site.point}, 0});
        ++known->second;
    }
    std::vector<NearPlace> most_frequent_first() {
        std::stable_sort(towns_.begin(), towns_.end(),
                         [](const auto& a, const auto& b) { return a.second > b.second; });
        std::vector<NearPlace> places;
        places.reserve(towns_.size());
        for (auto& [place, count] : towns_) places.push_back(std::move(place));
        return places;
    }

private:
    std::vector<std::pair<NearPlace, std::size_t>> towns_;
};

void add_named(Towns& towns, std::span<const StudySite> sites, const Words& asked) {
    for (const StudySite& site : sites) {
        if (site.point && names_town(asked, site)) towns.add(site);
    }
}

search::Expression words_at(std::string_view field, std::span<const std::string> words) {
    search::Expression expression;
    expression.kind = search::Expression::Kind::Words;
    expression.scope.node =
        schema::find_path("protocolSection.contactsLocationsModule.locations." + std::string(field));
    for (const std::string& word : words) expression.text += (expression.text.empty() ? "" : " ") + word;
    expression.quoted = true;
    expression.expansion = search::Expansion::Term; // None would want the letters as the record has them
    return expression;
}

search::Expression joined(search::Expression::Kind kind, std::vector<search::Expression> parts) {
    search::Expression expression;
    expression.kind = kind;
    expression.parts = std::move(parts);
    return expression;
}

// Studies with a site in the town, where each word of `rest` is in the name of its state or country.
search::Query studies_in(std::span<const std::string> town, std::span<const std::string> rest) {
    using Kind = search::Expression::Kind;
    std::vector<search::Expression> all{words_at("city", town)};
    all.front().coverage = search::Coverage::FullMatch;
    for (const std::string& word : rest) {
        std::vector<search::Expression> any;
        for (const std::string_view field : {"state", "country"}) any.push_back(words_at(field, {&word, 1}));
        for (const ShortName& name : kShortNames) {
            if (name.typed == word) any.push_back(words_at("country", words_of_name(name.country)));
        }
        all.push_back(joined(Kind::Or, std::move(any)));
    }
    std::vector<search::Expression> site;
    site.push_back(joined(Kind::And, std::move(all)));
    search::Query query;
    query.clauses.push_back({joined(Kind::Location, std::move(site)), false});
    query.limit = kStudiesLookedAt;
    query.synonyms = false;
    query.total = false;
    return query;
}

void add_of_study(Towns& towns, const StudyRequest& request, store::NctId id, const Words& asked) {
    const auto stored = request.page.store.get(id);
    if (!stored || stored->json.size() > kLargestRecord) return;
    const auto document = study::Document::parse(stored->json);
    if (!document) return;
    const study::Value locations = value_at(document->root(), "protocolSection.contactsLocationsModule.locations");
    add_named(towns, sites_in_order(locations), asked);
}

// The longest beginning of `asked` that is a town in some record; what follows it says in which state or country.
Towns towns_elsewhere(const StudyRequest& request, const Words& asked) {
    Towns towns;
    const auto searcher = current_searcher(request.page);
    if (!searcher) return towns;
    for (std::size_t size = std::min(asked.size(), kLongestTown); size > 0; --size) {
        const std::span<const std::string> words(asked);
        const auto answer = searcher->search(studies_in(words.first(size), words.subspan(size)));
        if (!answer) continue;
        for (const search::Hit& hit : answer->hits) add_of_study(towns, request, hit.id, asked);
        if (!answer->hits.empty()) break;
    }
    return towns;
}

// The first place, and others of that name that are not the same town spelled otherwise ("Boston, MA").
void take_places(NearAnswer& answer, std::vector<NearPlace> places) {
    for (NearPlace& place : places) {
        const auto is_same = [&](const NearPlace& known) {
            return map::kilometres_between(known.point, place.point) < kSameTown;
        };
        if (!answer.place) {
            answer.place = std::move(place);
        } else if (answer.others.size() < kMostOthers && !is_same(*answer.place) &&
                   std::none_of(answer.others.begin(), answer.others.end(), is_same)) {
            answer.others.push_back(std::move(place));
        }
    }
}

std::size_t letters_between(std::string_view a, std::string_view b) { // Levenshtein
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t above = row[j];
            row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0U : 1U)});
            diagonal = above;
        }
    }
    return row.back();
}

bool is_like(const Words& asked, const StudySite& site) {
    const Words town = words_of_name(site.city);
    if (asked.empty() || town.empty()) return false;
    return town[0].starts_with(asked[0]) || letters_between(asked[0], town[0]) <= asked[0].size() / kLettersAMistake;
}

// Towns that are spelled much the same, else those with most sites.
std::vector<std::string> suggestions(std::span<const StudySite> sites, const Words& asked) {
    Towns like;
    Towns all;
    for (const StudySite& site : sites) {
        if (!site.point || site.city.empty()) continue;
        all.add(site);
        if (is_like(asked, site)) like.add(site);
    }
    auto places = like.most_frequent_first();
    if (places.empty()) places = all.most_frequent_first();
    std::vector<std::string> names;
    for (const NearPlace& place : places) {
        if (names.size() < kSuggested) names.push_back(place.name);
    }
    return names;
}

struct TwoNumbers {
    double first, second;
};
std::optional<TwoNumbers> two_numbers(std::string_view text) {
    const std::size_t between = text.find_first_of(", ");
    if (between == std::string_view::npos) return std::nullopt;
    std::string_view second = text.substr(between);
    second.remove_prefix(std::min(second.find_first_not_of(", "), second.size()));
    const auto latitude = search::decimal(text.substr(0, between));
    const auto longitude = search::decimal(second);
    if (!latitude || !longitude) return std::nullopt;
    return TwoNumbers{*latitude, *longitude};
}

bool is_on_earth(const TwoNumbers& numbers) { return std::abs(numbers.first) <= 90 && std::abs(numbers.second) <= 180; }

} // namespace

std::optional<map::Point> typed_point(std::string_view text) {
    const auto numbers = two_numbers(text);
    if (!numbers || !is_on_earth(*numbers)) return std::nullopt;
    return map::Point{numbers->second, numbers->first};
}

bool names_town(std::string_view asked, const StudySite& site) { return names_town(words_of_name(asked), site); }

NearAnswer find_place(const StudyRequest& request, std::span<const StudySite> sites, std::string_view asked) {
    NearAnswer answer;
    if (const auto point = typed_point(asked)) {
        answer.place = NearPlace{fmt::format("{:.2f}, {:.2f}", point->latitude, point->longitude), *point};
        return answer;
    }
    answer.is_off_the_earth = two_numbers(asked).has_value();
    const Words words = words_of_name(asked);
    if (!answer.is_off_the_earth && !words.empty() && asked.size() <= kLongestPlace) {
        Towns towns;
        add_named(towns, sites, words);
        take_places(answer, towns.most_frequent_first());
        take_places(answer, towns_elsewhere(request, words).most_frequent_first());
        if (answer.place) return answer;
    }
    answer.suggestions = suggestions(sites, words);
    return answer;
}

} // namespace trialdex::web
