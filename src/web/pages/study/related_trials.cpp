#include "web/pages/study/related_trials.h"

#include "web/pages/related/related_results.h"

namespace trialdex::web {

RelatedTrials::RelatedTrials(const StudyRequest& request) : finder_(current_finder(request.page)) {
    if (!finder_) return;
    const store::StoredRecord& stored = request.stored;
    question_.id = stored.id;
    question_.limit = kRelatedShown;
    if (stored.version.number == stored.version_count) question_.record = request.root;
    task_.emplace(request.page.side, [this] { answer_ = finder_->find(question_); });
}

const Result<related::Answer>& RelatedTrials::answer() {
    task_->finish();
    return *answer_;
}

} // namespace trialdex::web
