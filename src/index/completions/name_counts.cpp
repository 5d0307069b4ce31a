#include "index/completions/name_counts.h"

#include "index/completions/rarest.h"

#include <algorithm>
#include <tuple>

namespace trialdex::index {

namespace {

// Further spellings of one name count for it, but cannot become the one shown.
constexpr std::size_t kMaxSpellings = 8;

char letter_of(NameKind kind) { return static_cast<char>('0' + static_cast<int>(kind)); }

} // namespace

void NameCounts::add(NameKind kind, const std::string& folded, std::string_view text, std::uint32_t studies) {
    if (folded.empty() || text.size() > kMaxNameBytes) return;
    if (names_.size() >= limit_ + limit_ / 2) drop_rarest();
    Counted& counted = names_[letter_of(kind) + folded];
    counted.studies += studies;
    const auto known = std::ranges::find(counted.spellings, text, &Spelling::text);
    if (known != counted.spellings.end())
        known->studies += studies;
    else if (counted.spellings.size() < kMaxSpellings)
        counted.spellings.push_back({std::string(text), studies});
}

void NameCounts::drop_rarest() {
    keep_commonest(names_, limit_, [](const Counted& counted) { return counted.studies; });
}

const NameCounts::Spelling& NameCounts::commonest(const Counted& counted) {
    return *std::ranges::max_element(counted.spellings, [](const Spelling& a, const Spelling& b) {
        return std::tie(a.studies, b.text) < std::tie(b.studies, a.text); // of equals the first in the alphabet
    });
}

std::vector<NameCounts::Name> NameCounts::ranked() {
    drop_rarest();
    std::vector<Name> names;
    names.reserve(names_.size());
    for (const auto& [key, counted] : names_)
        names.push_back({static_cast<NameKind>(key.front() - '0'), counted.studies, commonest(counted).text});
    std::ranges::sort(names, [](const Name& a, const Name& b) {
        return std::tie(b.studies, a.kind, a.text) < std::tie(a.studies, b.kind, b.text);
    });
    return names;
}

} // namespace trialdex::index
