// Which names do the records themselves use for one thing? The sponsor's condition beside the MeSH term that the
// registry found for it; the name of an intervention beside its other names.
#pragma once

#include "text/safe_keys.h"
#include "text/synonyms.h"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace trialdex::text {

struct InterventionNames {
    std::string_view name;
    std::vector<std::string_view> others; // may be empty
};

struct StudyNames {
    std::vector<std::string_view> conditions;
    std::vector<std::string_view> condition_mesh;
    std::vector<InterventionNames> interventions;
};

// Counts names and pairs over studies. One a thread; merge() at the end. The concepts do not depend on the order.
class RecordNames {
public:
    void add(const StudyNames& study);
    void merge(const RecordNames& other);

    // Concepts of source "records", by the rules of record_synonym_rules.h.
    std::vector<Concept> concepts() const;

    struct Name {
        std::string key;
        std::string written; // the calmest spelling seen: fewest capitals
        std::uint32_t studies = 0;
    };
    struct Both {
        std::uint32_t studies = 0;
        std::uint32_t alone = 0; // studies that have one condition and one MeSH term: nothing else can be meant
    };

    // The names that go with a leading one, in the order of their keys.
    struct ByKey {
        bool operator()(const Name* one, const Name* other) const { return one->key < other->key; }
    };
    using Followers = std::map<const Name*, std::vector<const Name*>, ByKey>;

private:
    // Names of one role, told apart by key.
    class Names {
    public:
        // Position in all(); nothing for a name that is not safe to match.
        std::uint32_t find(std::string_view written, SafeKeys& keys);
        std::uint32_t take(const Name& name);
        std::vector<Name>& all() { return names_; }
        const std::vector<Name>& all() const { return names_; }
        static constexpr std::uint32_t kNone = UINT32_MAX;

    private:
        std::unordered_map<std::string, std::uint32_t> by_written_; // spares the splitting
        std::unordered_map<std::string, std::uint32_t> by_key_;
        std::vector<Name> names_;
    };

    using Pairs = std::unordered_map<std::uint64_t, Both>; // two positions

    void add_conditions(const StudyNames& study);
    void add_interventions(const StudyNames& study);
    Followers same_conditions() const;
    Followers same_interventions() const;
    bool name_one_thing(std::span<const std::uint32_t> names) const;
    static std::vector<std::uint32_t> find_all(Names& names, SafeKeys& keys, std::span<const std::string_view> written);
    static void merge_pairs(const Pairs& from, std::span<const std::uint32_t> first,
                            std::span<const std::uint32_t> second, Pairs& to);

    SafeKeys keys_;
    Names conditions_, mesh_, interventions_;
    Pairs condition_pairs_, intervention_pairs_;
};

} // namespace trialdex::text
