#include "api/record_form.h"

#include "api/parameters.h"
#include "study/legacy_markup.h"

#include <array>
#include <fmt/format.h>

namespace trialdex::api {

namespace {

constexpr std::array<std::string_view, 2> kMarkupFormats = {"markdown", "legacy"};

} // namespace

Result<void> json_only(const Request& request, std::span<const std::string_view> formats) {
    const auto format = choice(request, "format", formats);
    if (!format) return tl::unexpected(format.error());
    if (*format == formats.front()) return {};
    return fail(ErrorCode::InvalidInput,
                fmt::format("Format `{}` is not built yet in this server, only `{}` is", *format, formats.front()));
}

Result<bool> wants_legacy_markup(const Request& request) {
    const auto markup = choice(request, "markupFormat", kMarkupFormats);
    if (!markup) return tl::unexpected(markup.error());
    return *markup == "legacy";
}

Result<std::string> in_form(std::string json, const RecordForm& form) {
    if (!form.fields && !form.legacy_markup) return json;
    if (!form.legacy_markup) {
        if (auto projected = study::project_text(json, *form.fields)) return std::move(*projected);
    }
    auto document = study::Document::parse(std::move(json));
    if (!document) return tl::unexpected(document.error());
    if (!form.legacy_markup) return study::project(document->root(), *form.fields);
    std::string legacy = study::with_legacy_markup(document->root());
    if (!form.fields) return legacy;
    return in_form(std::move(legacy), RecordForm{form.fields, false});
}

} // namespace trialdex::api
