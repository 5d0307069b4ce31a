#include "web/study_request.h"

#include "web/pages/error_page.h"
#include "web/pages/module_page.h"
#include "web/pages/study_page.h"
#include "web/path/node_words.h"

#include <charconv>

namespace trialdex::web {

namespace {

using study::NctId;

constexpr std::size_t kLongestQuotedId = 40; // an id that is repeated on an error page is cut here

std::string quoted(std::string_view text) { return "“" + nodes::shortened(text, kLongestQuotedId) + "”"; }

api::Response malformed_id(const PageContext& context, std::string_view id) {
    return error_page(context, {.status = 404,
                                .title = "That is not a study number",
                                .what = quoted(id) + " does not name a study. A study number is NCT and eight digits, "
                                                     "such as NCT00000102.",
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

std::optional<std::uint32_t> version_number(std::string_view text) {
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || number == 0) return std::nullopt;
    return number;
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
    const auto document = study::Document::parse(stored.json);
    if (!document) return failure(context, document.error());
    const auto version = is_cited ? std::optional(stored.version.number) : std::nullopt;
    const StudyRequest request{context, stored, document->root(), StudyAddress(stored.id, version)};
    return path.empty() ? study_page(request) : module_page(request, path);
}

} // namespace

std::string official_record_url(NctId id) { return std::string(kOfficialRegistry) + "study/" + id.text(); }

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
    if (!stored || (cited && !number)) return unknown_version(context, *id, *cited);
    return show(context, *stored, path, cited != nullptr);
}

api::Response find_study(const PageContext& context) {
    const std::string* asked = context.request.parameter("id");
    std::string_view text = asked ? std::string_view(*asked) : std::string_view();
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    const auto id = NctId::parse_lenient(text);
    if (!id) return malformed_id(context, text);
    api::Response response;
    response.status = 303;
    response.location = StudyAddress(*id).study();
    return response;
}

} // namespace trialdex::web
