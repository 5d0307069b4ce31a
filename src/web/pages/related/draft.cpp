#include "web/pages/related/draft.h"

#include "study/json.h"
#include "study/json_fault.h"
#include "web/components/value.h"
#include "web/form_body.h"

#include <algorithm>

namespace trialdex::web {

namespace {

constexpr std::string_view kJsonType = "application/json";
constexpr std::string_view kDraftField = "draft";

bool is_json_type(std::string_view type) {
    std::string small(type.substr(0, kJsonType.size()));
    for (char& c : small) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    return small == kJsonType;
}

// The study in {"studies":[…]}, as the API gives it; the value itself for anything else.
study::Value unwrapped(study::Value root) {
    const study::Value studies = root["studies"];
    return studies.size() == 1 ? studies.at(0) : root;
}

} // namespace

PostedDraft posted_draft(const api::Request& request) {
    if (is_json_type(request.content_type)) return {request.body, request.query};
    PostedDraft posted;
    for (auto& [name, value] : form_fields(request.body)) {
        if (name == kDraftField) {
            posted.text = std::move(value);
        } else {
            posted.fields.emplace_back(std::move(name), std::move(value));
        }
    }
    return posted;
}

Result<std::string> draft_record(std::string_view text) {
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) {
        return fail(ErrorCode::InvalidInput, "The box was empty. Paste the study’s record as JSON.");
    }
    if (text.size() > kLargestDraft) {
        return fail(ErrorCode::TooLarge,
                    "The text has " + grouped(std::uint64_t{text.size()}) + " bytes; at most " +
                        grouped(std::uint64_t{kLargestDraft}) +
                        " can be read. Leave out the results and the locations: they are not compared.");
    }
    const auto document = study::Document::parse(std::string(text));
    if (!document) {
        const auto fault = study::json_fault(text);
        const std::string where = fault ? " Look at " + study::place_in_text(text, *fault) + "." : std::string();
        return fail(ErrorCode::InvalidInput, "The text cannot be read: " + document.error().message + "." + where);
    }
    const study::Value record = unwrapped(document->root());
    if (document->root()["studies"].size() > 1) {
        return fail(ErrorCode::InvalidInput, "The text holds several studies. Paste one of them.");
    }
    if (!record["protocolSection"].is_object()) {
        return fail(ErrorCode::InvalidInput,
                    "The text is JSON, but at its top there is no object named protocolSection, so it is no study "
                    "record. The example shows the form.");
    }
    return std::string(record.raw());
}

} // namespace trialdex::web
