// Counts names while an index is built, within a limit: millions of interventions are named once and never again.
#pragma once

#include "index/completions/completions.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace trialdex::index {

// So many names are kept at the end; up to half as many more while counting. The commonest stay.
inline constexpr std::size_t kMaxNames = 500'000;
// A longer text is a sentence, and no help to somebody typing.
inline constexpr std::size_t kMaxNameBytes = 160;

class NameCounts {
public:
    struct Name {
        NameKind kind;
        std::uint32_t studies;
        std::string_view text; // the commonest spelling
    };

    explicit NameCounts(std::size_t limit = kMaxNames) : limit_(limit) {}

    // `folded` is the name's fold_name().split.
    void add(NameKind kind, const std::string& folded, std::string_view text, std::uint32_t studies);
    // The kept names, most studies first. Valid until the next add().
    std::vector<Name> ranked();

private:
    struct Spelling {
        std::string text;
        std::uint32_t studies;
    };
    struct Counted {
        std::uint32_t studies = 0;
        std::vector<Spelling> spellings;
    };

    void drop_rarest();
    static const Spelling& commonest(const Counted& counted);

    std::size_t limit_;
    std::unordered_map<std::string, Counted> names_; // by kind and folded name
};

} // namespace trialdex::index
