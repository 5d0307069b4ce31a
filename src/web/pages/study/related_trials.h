// The trials most like a study, asked for when its page is begun and found while the other sections are written.
#pragma once

#include "base/side_tasks.h"
#include "related/related.h"
#include "web/study_request.h"

#include <memory>
#include <optional>

namespace trialdex::web {

inline constexpr std::uint32_t kRelatedShown = 6; // on the study page

class RelatedTrials {
public:
    explicit RelatedTrials(const StudyRequest& request); // which must outlive it

    bool can_be_found() const { return finder_ != nullptr; } // false without an index
    const Result<related::Answer>& answer();                 // only when they can be found

private:
    std::shared_ptr<const related::Finder> finder_;
    related::Question question_;
    std::optional<Result<related::Answer>> answer_;
    std::optional<SideTask> task_; // last: nothing of the above goes before it
};

} // namespace trialdex::web
