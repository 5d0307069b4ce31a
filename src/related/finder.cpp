// Candidates by words and subject, in blocks; each block compared aspect by aspect and put in order.
#include "related/finder.h"

#include "index/profiles/profile_bytes.h"
#include "related/candidates.h"
#include "related/changed_since.h"
#include "related/kept_by_study.h"
#include "related/likeness.h"
#include "related/rarities.h"
#include "related/reasons.h"

#include <algorithm>

namespace trialdex::related {

namespace {

using index::ProfilePart;
using study::Document;

constexpr std::size_t kWording = static_cast<std::size_t>(Aspect::Wording);

constexpr std::uint32_t kMostKept = 10; // trials of an answer that is kept: the study page shows six, the API ten

// The question that every look at a study page asks.
bool is_usual(const Question& question) {
    return question.id && question.emphasis == kUsualEmphasis && question.clauses.empty() && question.choices.empty() &&
           question.offset == 0 && question.limit <= kMostKept && question.reasons;
}

struct Compared {
    const Candidate* candidate = nullptr;
    Related related;
    bool kin = false; // the same trial, or one that continues the other
};

class IndexFinder final : public Finder {
public:
    IndexFinder(std::shared_ptr<const search::Searcher> searcher, const store::Reader& store)
        : searcher_(std::move(searcher)), snapshot_(searcher_->snapshot()), store_(store), rarities_(*snapshot_),
          changed_(store, snapshot_->store_sequence) {}

    Result<Answer> find(const Question& question) const override {
        const auto sequence = changed_.look();
        if (!sequence) return tl::unexpected(sequence.error());
        if (!is_usual(question)) return find_anew(question);
        auto known = first_answers_.find(*question.id);
        if (!known || known->sequence != *sequence || known->limit < question.limit) {
            auto answer = find_anew(question);
            if (!answer) return answer;
            known = std::make_shared<const Kept>(Kept{*sequence, question.limit, std::move(*answer)});
            first_answers_.keep(*question.id, known);
        }
        Answer answer = known->answer;
        if (answer.related.size() > question.limit) answer.related.resize(question.limit);
        return answer;
    }

private:
    struct Kept {
        std::uint64_t sequence; // of the store when it was given
        std::uint32_t limit;    // that was asked for
        Answer answer;
    };

    Result<Answer> find_anew(const Question& question) const {
        if (question.record) return find_for(question, question.record);
        const auto document = record_of(question);
        if (!document) return tl::unexpected(document.error());
        return find_for(question, document->root());
    }

    Result<Answer> find_for(const Question& question, study::Value record) const {
        const auto known = question.id ? indexed(*question.id) : std::nullopt;
        Facts own = facts_of(index::profile_of(record, known ? &*known : nullptr), question.id, rarities_);
        if (question.reasons) spell_out(own);
        Origin origin{question.id, weighted_terms(record), own.profile.mentions};
        origin.names.insert(origin.names.end(), own.profile.aliases.begin(), own.profile.aliases.end());
        search::Query filters;
        filters.clauses = question.clauses;
        filters.choices = question.choices;
        const auto chosen = searcher_->kept_by(filters);
        if (!chosen) return tl::unexpected(chosen.error());
        Keeps keeps;
        if (!chosen->empty())
            keeps = [&](std::uint32_t part, std::uint32_t study) { return (*chosen)[part].test(study); };
        const auto all = candidates(*snapshot_, origin, rarities_, keeps, last_of_block(question), side_);
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

    static std::size_t block_of(const Question& question) {
        return question.emphasis == kUsualEmphasis ? kCompared : kComparedWhenSteered;
    }
    // How many candidates have to be in order for what is asked: whole blocks.
    static std::size_t last_of_block(const Question& question) {
        const std::size_t block = block_of(question);
        return static_cast<std::size_t>((question.offset + question.limit + block - 1) / block * block);
    }

    // Blocks of candidates are put in order by themselves, so that pages fit together wherever one begins.
    Result<Answer> page(const Question& question, const Facts& own, const std::vector<Candidate>& all,
                        Answer answer) const {
        const std::size_t block = block_of(question);
        const std::uint64_t end = std::min<std::uint64_t>(question.offset + question.limit, all.size());
        for (std::uint64_t at = question.offset; at < end;) {
            const std::size_t first = static_cast<std::size_t>(at) / block * block;
            auto compared = compare(question, own, std::span(all).subspan(first, std::min(block, all.size() - first)));
            if (!compared) return tl::unexpected(compared.error());
            for (; at < end && at < first + block; ++at) {
                Compared& one = (*compared)[static_cast<std::size_t>(at) - first];
                if (auto said = say(question, own, one); !said) return tl::unexpected(said.error());
                answer.related.push_back(std::move(one.related));
            }
        }
        return answer;
    }

    // What is compared of it, as long as its record has not changed since the index was built.
    std::optional<index::Profile> indexed(NctId id) const {
        if (changed_.holds(id)) return std::nullopt;
        for (const auto& part : snapshot_->parts) {
            const auto study = part.segment->find(id);
            if (study && (part.deleted.size() == 0 || !part.deleted.test(*study)))
                return index::read_profile(part.segment->profiles.of(*study), ProfilePart::Numbers);
        }
        return std::nullopt;
    }

    // What the record says now: by the index, as long as it has not changed since. nullopt when the store does not hold
    // the study.
    Result<std::optional<Facts>> facts_about(const Candidate& candidate, ProfilePart part) const {
        const index::Segment& segment = *snapshot_->parts[candidate.part].segment;
        const NctId id(segment.ids[candidate.study]);
        if (!changed_.holds(id)) {
            auto profile = index::read_profile(segment.profiles.of(candidate.study), part);
            if (profile) return facts_of(std::move(*profile), id, rarities_); // or the index is damaged there
        }
        const auto stored = store_.get(id);
        if (!stored && stored.error().code == ErrorCode::NotFound) return std::nullopt;
        if (!stored) return tl::unexpected(stored.error());
        const auto document = Document::parse(stored->json);
        if (!document) return tl::unexpected(document.error());
        return facts_of(index::profile_of(document->root()), id, rarities_);
    }

    Result<std::vector<Compared>> compare(const Question& question, const Facts& own,
                                          std::span<const Candidate> block) const {
        std::vector<Compared> compared(block.size());
        for (std::size_t i = 0; i < block.size(); ++i) {
            Compared& one = compared[i];
            one.candidate = &block[i];
            one.related.id = NctId(snapshot_->parts[block[i].part].segment->ids[block[i].study]);
            const auto facts = facts_about(block[i], ProfilePart::Numbers);
            if (!facts) return tl::unexpected(facts.error());
            one.related.is_held = facts->has_value();
            if (*facts) { // or there is nothing to compare but the words
                one.related.aspects = likeness(own, **facts);
                one.kin = is_same_trial(own, **facts) || is_continuation(own, **facts);
            }
            one.related.aspects[kWording] = std::clamp(block[i].wording(), 0.0, 1.0);
            one.related.score = combined(one.related.aspects, question.emphasis);
        }
        std::stable_sort(compared.begin(), compared.end(), [](const Compared& a, const Compared& b) {
            return a.kin != b.kin ? a.kin : a.related.score > b.related.score;
        });
        return compared;
    }

    // What a card shows.
    Result<void> say(const Question& question, const Facts& own, Compared& one) const {
        auto facts = facts_about(*one.candidate, ProfilePart::Whole);
        if (!facts) return tl::unexpected(facts.error());
        if (!*facts) return {};
        one.related.brief = brief_of((*facts)->profile);
        if (!question.reasons) return {};
        spell_out(**facts);
        one.related.reasons = reasons(own, **facts, one.related.aspects);
        return {};
    }

    std::shared_ptr<const search::Searcher> searcher_; // holds the generation
    std::shared_ptr<const index::Snapshot> snapshot_;
    const store::Reader& store_;
    Rarities rarities_;
    ChangedSince changed_;
    mutable KeptByStudy<Kept> first_answers_;
    mutable SideTasks side_{spare_cores(1)};
};

} // namespace

std::shared_ptr<const Finder> make_finder(const std::shared_ptr<const search::Searcher>& searcher,
                                          const store::Reader& store) {
    if (!searcher || !searcher->snapshot()) return nullptr;
    return std::make_shared<IndexFinder>(searcher, store);
}

} // namespace trialdex::related
