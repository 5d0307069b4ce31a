// Candidates by words and subject, in blocks; each block compared aspect by aspect and put in order.
#include "related/finder.h"

#include "related/candidates.h"
#include "related/kept_by_study.h"
#include "related/likeness.h"
#include "related/rarities.h"
#include "related/reasons.h"

#include <algorithm>

namespace trialdex::related {

namespace {

using study::Document;

constexpr std::size_t kWording = static_cast<std::size_t>(Aspect::Wording);

using SharedFacts = std::shared_ptr<const Facts>;

constexpr std::uint32_t kFirstAnswer = 10; // trials of an answer that is kept: the study page shows six, the API ten

// The question that every look at a study page asks.
bool is_usual(const Question& question) {
    return question.id && question.emphasis == kUsualEmphasis && question.clauses.empty() && question.choices.empty() &&
           question.offset == 0 && question.limit <= kFirstAnswer && question.reasons;
}

struct Compared {
    const Candidate* candidate = nullptr;
    SharedFacts facts; // null: its record left the store since the index was built
    Related related;
    bool kin = false; // the same trial, or one that continues the other
};

class IndexFinder final : public Finder {
public:
    IndexFinder(std::shared_ptr<const search::Searcher> searcher, const store::Reader& store)
        : searcher_(std::move(searcher)), snapshot_(searcher_->snapshot()), store_(store), rarities_(*snapshot_) {}

    Result<Answer> find(const Question& question) const override {
        if (!is_usual(question)) return find_anew(question);
        auto known = first_answers_.find(*question.id);
        if (!known) {
            Question whole = question;
            whole.limit = kFirstAnswer;
            auto answer = find_anew(whole);
            if (!answer) return answer;
            known = std::make_shared<const Answer>(std::move(*answer));
            first_answers_.keep(*question.id, known);
        }
        Answer answer = *known;
        if (answer.related.size() > question.limit) answer.related.resize(question.limit);
        return answer;
    }

private:
    Result<Answer> find_anew(const Question& question) const {
        const auto document = record_of(question);
        if (!document) return tl::unexpected(document.error());
        const study::Value record = document->root();
        Facts own = facts_of(record, rarities_);
        if (question.reasons) spell_out(own, rarities_);
        Origin origin{question.id, weighted_terms(record), own.mentions};
        origin.names.insert(origin.names.end(), own.aliases.begin(), own.aliases.end());
        search::Query filters;
        filters.clauses = question.clauses;
        filters.choices = question.choices;
        const auto chosen = searcher_->kept_by(filters);
        if (!chosen) return tl::unexpected(chosen.error());
        const auto keeps = [&](std::uint32_t part, std::uint32_t study) {
            return chosen->empty() || (*chosen)[part].test(study);
        };
        const auto all = candidates(*snapshot_, origin, rarities_, keeps);
        Answer answer;
        answer.total = all.size();
        answer.lacking = lacking(own);
        return page(question, own, all, std::move(answer));
    }

    Result<Document> record_of(const Question& question) const {
        if (question.id) {
            auto stored = store_.get(*question.id);
            if (!stored) return tl::unexpected(stored.error());
            return Document::parse(std::move(stored->json));
        }
        auto draft = Document::parse(question.draft);
        if (!draft) return draft;
        if (!draft->root()["protocolSection"].is_object())
            return fail(
                ErrorCode::InvalidInput,
                "This is no study record: it has no “protocolSection”, which holds a study's title and conditions.");
        return draft;
    }

    // What the record itself says nothing of: compared with itself, such an aspect has no score.
    static std::vector<Aspect> lacking(const Facts& own) {
        const AspectScores scores = likeness(own, own);
        std::vector<Aspect> without;
        for (std::size_t aspect = 0; aspect < kAspectCount; ++aspect) {
            if (!scores[aspect] && aspect != kWording) without.push_back(static_cast<Aspect>(aspect));
        }
        return without;
    }

    // Blocks of candidates are put in order by themselves, so that pages fit together wherever one begins.
    Result<Answer> page(const Question& question, const Facts& own, const std::vector<Candidate>& all,
                        Answer answer) const {
        const std::size_t block = question.emphasis == kUsualEmphasis ? kCompared : kComparedWhenSteered;
        const std::uint64_t end = std::min<std::uint64_t>(question.offset + question.limit, all.size());
        for (std::uint64_t at = question.offset; at < end;) {
            const std::size_t first = static_cast<std::size_t>(at) / block * block;
            auto compared = compare(question, own, std::span(all).subspan(first, std::min(block, all.size() - first)));
            if (!compared) return tl::unexpected(compared.error());
            for (; at < end && at < first + block; ++at) {
                Compared& one = (*compared)[static_cast<std::size_t>(at) - first];
                if (question.reasons && one.facts) {
                    one.facts = spelt_out(one.related.id, one.facts);
                    one.related.reasons = reasons(own, *one.facts, one.related.aspects);
                }
                answer.related.push_back(std::move(one.related));
            }
        }
        return answer;
    }

    // Null when the store does not hold the study.
    Result<SharedFacts> facts_for(NctId id) const {
        if (auto known = kept_.find(id)) return known;
        const auto stored = store_.get(id);
        if (!stored && stored.error().code == ErrorCode::NotFound) return nullptr;
        if (!stored) return tl::unexpected(stored.error());
        const auto document = Document::parse(stored->json);
        if (!document) return tl::unexpected(document.error());
        auto facts = std::make_shared<const Facts>(facts_of(document->root(), rarities_));
        kept_.keep(id, facts);
        return facts;
    }

    SharedFacts spelt_out(NctId id, const SharedFacts& facts) const {
        if (facts->spelt_out) return facts;
        auto more = std::make_shared<Facts>(*facts);
        spell_out(*more, rarities_);
        kept_.keep(id, more);
        return more;
    }

    Result<std::vector<Compared>> compare(const Question& question, const Facts& own,
                                          std::span<const Candidate> block) const {
        std::vector<Compared> compared(block.size());
        for (std::size_t i = 0; i < block.size(); ++i) {
            Compared& one = compared[i];
            one.candidate = &block[i];
            one.related.id = study::NctId(snapshot_->parts[block[i].part].segment->ids[block[i].study]);
            auto facts = facts_for(one.related.id);
            if (!facts) return tl::unexpected(facts.error());
            one.facts = std::move(*facts);
            one.related.is_held = one.facts != nullptr;
            if (one.facts) { // or there is nothing to compare but the words
                one.related.brief = one.facts->brief;
                one.related.aspects = likeness(own, *one.facts);
                one.kin = is_same_trial(own, *one.facts) || is_continuation(own, *one.facts);
            }
            one.related.aspects[kWording] = std::clamp(block[i].wording(), 0.0, 1.0);
            one.related.score = combined(one.related.aspects, question.emphasis);
        }
        std::stable_sort(compared.begin(), compared.end(), [](const Compared& a, const Compared& b) {
            return a.kin != b.kin ? a.kin : a.related.score > b.related.score;
        });
        return compared;
    }

    std::shared_ptr<const search::Searcher> searcher_; // holds the generation
    std::shared_ptr<const index::Snapshot> snapshot_;
    const store::Reader& store_;
    Rarities rarities_;
    // Of this index.
    mutable KeptByStudy<Facts> kept_;
    mutable KeptByStudy<Answer> first_answers_;
};

} // namespace

std::shared_ptr<const Finder> make_finder(const std::shared_ptr<const search::Searcher>& searcher,
                                          const store::Reader& store) {
    if (!searcher || !searcher->snapshot()) return nullptr;
    return std::make_shared<IndexFinder>(searcher, store);
}

} // namespace trialdex::related
