#include "web/pages/related/related_results.h"

#include "web/components/value.h"
#include "web/pages/related/related_card.h"
#include "web/pages/study/parts.h"

#include <algorithm>

namespace trialdex::web {

namespace {

// "This record says nothing of outcomes and design, so these were not compared."
void lacking_note(Html& html, const related::Answer& answer, bool is_draft) {
    if (answer.lacking.empty()) return;
    std::string words;
    for (std::size_t i = 0; i < answer.lacking.size(); ++i) {
        words += i == 0 ? "" : i + 1 == answer.lacking.size() ? " and " : ", ";
        words += lower_case(related::aspects()[static_cast<std::size_t>(answer.lacking[i])].label);
    }
    html.element("p",
                 std::string(is_draft ? "The draft" : "This record") + " says nothing of " + words +
                     ", so the comparison goes by the rest.",
                 {{"class", "note"}});
}

void nothing_found(Html& html, const Steering& steering, bool is_draft) {
    html.element("p", "No study found that is like this one.", {{"class", "result-none"}});
    html.element("p", !steering.choices.empty() ? "The filters may leave none over: take one off."
                      : is_draft
                          ? "The more the draft says of conditions, treatments and participants, the more can be "
                            "compared."
                          : "Its record may say too little to compare it with others.");
}

} // namespace

std::shared_ptr<const related::Finder> current_finder(const PageContext& context) {
    return context.related ? context.related->current() : nullptr;
}

void no_finder_notice(Html& html) {
    html.open("p").text("Related trials are found with the search index, which has not been built yet. On the machine "
                        "that serves this site, run ");
    html.element("code", "trialdex index").text(".").close("p");
}

std::string no_list_reason(const Error& error) {
    if (error.code == ErrorCode::NotFound) {
        return "This study is newer than the search index, so it has not been compared with others yet. It will be "
               "when "
               "the index is brought up to date.";
    }
    return "Related trials could not be found. " + error.message;
}

std::uint32_t related_pages(std::uint64_t total) {
    const std::uint64_t pages = (total + kRelatedPageSize - 1) / kRelatedPageSize;
    return static_cast<std::uint32_t>(std::clamp<std::uint64_t>(pages, 1, kDeepestRelatedPage));
}

void related_results(Html& html, const related::Answer& answer, const Steering& steering, bool is_draft) {
    lacking_note(html, answer, is_draft);
    if (answer.related.empty()) {
        nothing_found(html, steering, is_draft);
        return;
    }
    const std::uint64_t first = std::uint64_t{steering.page - 1} * kRelatedPageSize + 1;
    related_list(html, answer.related, first, 3);
}

} // namespace trialdex::web
