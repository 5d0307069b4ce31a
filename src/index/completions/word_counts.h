// Counts words while an index is built, within a limit.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace trialdex::index {

// So many words are kept at the end; up to half as many more while counting.
inline constexpr std::size_t kMaxWords = 400'000;
// Above this, words of a single study, mostly codes and slips, are left out.
inline constexpr std::size_t kManyWords = 100'000;

class WordCounts {
public:
    using Table = std::unordered_map<std::string, std::uint32_t>;

    explicit WordCounts(std::size_t limit = kMaxWords) : limit_(limit) {}

    void add(std::string_view word, std::uint32_t studies);
    // The kept words in the order of their bytes. Valid until the next add().
    std::vector<Table::const_iterator> sorted();

private:
    void drop_rarest();

    std::size_t limit_;
    Table studies_;
};

} // namespace trialdex::index
