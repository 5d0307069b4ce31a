// Beside the figures: caveats, what sponsor and investigators agreed on publishing, and whom to ask.
#include "schema/schema.h"
#include "web/components/contents.h"
#include "web/components/fact_list.h"
#include "web/components/markup.h"
#include "web/components/value.h"
#include "web/pages/results/results_pages.h"
#include "web/pages/results/shell.h"
#include "web/pages/study/parts.h"

namespace trialdex::web {

namespace {

using study::Value;

// Whether the investigators work for the sponsor, and what they may publish when, in one or two sentences.
void agreement(Html& html, Value agreement) {
    section_heading(html, "agreement", "What was agreed on publishing");
    if (!agreement) {
        html.element("p", "Not in this record.", {{"class", "absent"}});
        return;
    }
    html.open("p");
    const auto employed = agreement["piSponsorEmployee"].boolean();
    const auto restricted = agreement["restrictiveAgreement"].boolean();
    if (employed) {
        html.text(*employed ? "All principal investigators are employed by the sponsor. "
                            : "Not all principal investigators are employed by the sponsor. ");
    }
    if (restricted) {
        html.text(*restricted ? "An agreement restricts what they may publish or discuss after the study."
                              : "No agreement keeps them from discussing or publishing the results.");
    } else if (!employed.value_or(false)) {
        html.text("Whether an agreement restricts publishing is not in this record.");
    }
    html.close("p");
    if (const Value kind = agreement["restrictionType"]) {
        html.open("p").text("Kind of restriction: ");
        html.text(code_label(*schema::find_enum("AgreementRestrictionType"), kind.text()));
        html.close("p");
        const schema::EnumValue* known = schema::find_enum("AgreementRestrictionType")->find(kind.text());
        if (known) html.element("p", known->explanation, {{"class", "note"}});
    }
    if (const Value details = agreement["otherDetails"]) {
        html.element("p", "In the sponsor’s words:", {{"class", "note"}});
        prose(html, details);
    }
}

void contact(Html& html, Value contact) {
    section_heading(html, "contact", "Whom to ask about these results");
    if (!contact) {
        html.element("p", "Not in this record.", {{"class", "absent"}});
        return;
    }
    open_facts(html);
    const auto say = [&](std::string_view label, std::string_view name) {
        const Value text = contact[name];
        if (!text) return;
        fact(html, label, [&] {
            if (name == "email") return email(html, text);
            plain_text(html, text.text());
            if (name == "phone" && contact["phoneExt"]) {
                html.text(", extension ");
                plain_text(html, contact["phoneExt"].text());
            }
        });
    };
    say("Name or role", "title");
    say("Organisation", "organization");
    say("E-mail", "email");
    say("Telephone", "phone");
    close_facts(html);
}

} // namespace

api::Response more_results_page(const StudyRequest& request, std::string_view) {
    const Value section = request.root["resultsSection"];
    const Value module = section["moreInfoModule"];
    Html body;
    caveats_box(body, section);
    agreement(body, module["certainAgreement"]);
    contact(body, module["pointOfContact"]);
    return results_response(request,
                            {.part = "more",
                             .title = "Agreements and contact",
                             .path = "more",
                             .sentence = "What to know beside the figures: limits that the study team names, whether "
                                         "investigators were free to publish, and whom to write to.",
                             .node = "resultsSection/moreInfoModule"},
                            body);
}

} // namespace trialdex::web
