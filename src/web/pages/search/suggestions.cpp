#include "web/pages/search/suggestions.h"

#include "base/json_writer.h"
#include "web/components/node_link.h"
#include "web/pages/search/no_index.h"
#include "web/pages/search/search_address.h"

#include <array>

namespace trialdex::web {

namespace {

using Kind = search::Suggestion::Kind;

constexpr std::size_t kShown = 8;
constexpr std::size_t kLookedThrough = 40; // before those of another kind than asked fall away
constexpr std::size_t kLongestPrefix = 100;

struct KindWords {
    Kind kind;
    std::string_view name;      // in the request and the answer
    std::string_view label;     // for people
    std::string_view parameter; // that searches for it
};
constexpr std::array<KindWords, 4> kKinds = {{{Kind::Condition, "condition", "Condition", "cond"},
                                              {Kind::Intervention, "intervention", "Intervention", "intr"},
                                              {Kind::Sponsor, "sponsor", "Sponsor", "spons"},
                                              {Kind::Study, "study", "Study", ""}}};

const KindWords& words_of(Kind kind) { return kKinds[static_cast<std::size_t>(kind)]; }

void write(JsonWriter& json, const search::Suggestion& suggestion) {
    const KindWords& words = words_of(suggestion.kind);
    json.begin_object().member("kind", words.name).member("label", words.label).member("text", suggestion.text);
    if (suggestion.id) {
        json.member("id", suggestion.id->text()).member("href", StudyAddress(*suggestion.id).study());
    } else {
        json.member("parameter", words.parameter);
        json.member("href", SearchAddress().with(words.parameter, suggestion.text).href());
        json.member("studies", suggestion.studies);
    }
    json.end_object();
}

} // namespace

api::Response suggestions(const PageContext& context) {
    const std::string* typed = context.request.parameter("q");
    const std::string* kind = context.request.parameter("kind");
    const auto searcher = current_searcher(context);
    JsonWriter json;
    json.begin_object().key("suggestions").begin_array();
    if (searcher && typed && !typed->empty() && typed->size() <= kLongestPrefix) {
        std::size_t written = 0;
        for (const search::Suggestion& suggestion : searcher->suggest(*typed, kind ? kLookedThrough : kShown)) {
            if (kind && words_of(suggestion.kind).name != *kind) continue;
            if (written++ == kShown) break;
            write(json, suggestion);
        }
    }
    json.end_array().end_object();
    api::Response response;
    response.content_type = "application/json; charset=utf-8";
    response.body = json.take();
    return response;
}

} // namespace trialdex::web
