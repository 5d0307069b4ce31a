// Which trials are like this one, and why? A study of the registry or a draft goes in; the most alike come out, each
// with a score by aspect and with reasons that are facts of both records. Safe for several threads at once.
#pragma once

#include "base/result.h"
#include "search/search.h"
#include "study/json.h"
#include "study/nct_id.h"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace trialdex::related {

using study::NctId;

enum class Aspect : std::uint8_t { Condition, Intervention, Population, Outcome, Design, Wording };
inline constexpr std::size_t kAspectCount = 6;

// A row of schema/related_aspects.tsv.
struct AspectInfo {
    std::string_view id; // "condition"
    std::string_view label;
    std::string_view explanation;
    double weight; // of the aspect in the score, measured; those of all aspects add up to 1
};
std::span<const AspectInfo> aspects(); // by Aspect; generated

// How much each aspect is to count, by Aspect: 1 is the table's weight, 0 leaves the aspect out, 2 doubles it.
using Emphasis = std::array<double, kAspectCount>;
inline constexpr Emphasis kUsualEmphasis = {1, 1, 1, 1, 1, 1};

struct Reason {
    enum class Kind : std::uint8_t {
        SameTrial,    // the same trial under another number
        Continuation, // one continues, extends or is part of the other
        Condition,
        Intervention,
        Design,
        Population,
        Outcome,
        Wording,
    } kind = Kind::Wording;
    std::string text;               // a phrase for people: "Both study fibromyalgia"
    std::vector<std::string> names; // what is shared, by name, as one of the two writes it
};

// What a list says of a study beside its number, as the record writes it; empty where it says nothing.
struct Brief {
    std::string title;          // the brief one
    std::string official_title; // only where there is no brief one
    std::string status;         // code of the overall status
    std::string verified;       // date
    std::string study_type;     // code
    std::vector<std::string> phases;
    bool has_results = false;
};

struct Related {
    NctId id{1};
    bool is_held = true; // false: the record left the registry since the index was built
    Brief brief;
    double score = 0; // 0 to 1
    // By Aspect, 0 to 1; nullopt where one of the two records lacks it: it then counts as average agreement.
    std::array<std::optional<double>, kAspectCount> aspects;
    std::vector<Reason> reasons; // what matters most first
};

struct Question {
    std::optional<NctId> id; // of a study of the registry; or
    std::string draft;       // the JSON of a record that is not in it, checked to be JSON and no more
    study::Value record;     // of `id`, from an asker who has read it: as the store holds it now
    Emphasis emphasis = kUsualEmphasis;
    std::vector<search::Clause> clauses; // what else must hold of what may come out; scores do not matter
    std::vector<search::Choice> choices; // facets that narrow what may come out: status, phase, results, country …
    std::uint64_t offset = 0;
    std::uint32_t limit = 10;
    bool reasons = true; // false: nobody reads them
};

struct Answer {
    std::uint64_t total = 0; // how many can be paged through: studies that share something and that the choices keep
    std::vector<Related> related; // best first; never the study itself
    std::vector<Aspect> lacking;  // what the record asked about says nothing of
};

class Finder {
public:
    virtual ~Finder() = default;
    // NotFound when the registry does not hold the study, InvalidInput for a draft that is no study record.
    virtual Result<Answer> find(const Question& question) const = 0;
};

// The finder over the index in use; null as long as there is no index, or when it is of a version without what it
// needs.
class LiveFinder {
public:
    virtual ~LiveFinder() = default;
    virtual std::shared_ptr<const Finder> current() const = 0;
};

} // namespace trialdex::related
