#include "search/evaluate/common_runs.h"

#include <algorithm>

namespace trialdex::search {

namespace {

// The key of parts in a row, or of two with a place between; empty when they stand otherwise.
std::string key_of(std::span<const Phrase::Part> parts) {
    std::string key = parts[0].term;
    for (std::size_t i = 1; i < parts.size(); ++i) {
        const std::uint32_t distance = parts[i].place - parts[i - 1].place;
        if (distance > 2 || (distance == 2 && parts.size() > 2)) return {};
        key += distance == 2 ? " * " : " ";
        key += parts[i].term;
    }
    return key;
}

} // namespace

std::vector<CommonRun> common_runs(const Phrase& phrase, const index::CommonPhrases& known) {
    std::vector<CommonRun> runs;
    const std::span<const Phrase::Part> parts(phrase.parts);
    std::size_t covered = 0; // where the longest run so far ends: what lies within it tells nothing more
    for (std::size_t first = 0; first + 1 < parts.size(); ++first) {
        std::size_t count = std::min(parts.size() - first, index::kLongestCommonPhrase);
        for (; count >= 2 && first + count > covered; --count) {
            std::string key = key_of(parts.subspan(first, count));
            if (key.empty() || !known.holds(key)) continue;
            runs.push_back({std::move(key), count});
            covered = first + count;
            break;
        }
    }
    return runs;
}

std::vector<std::string> neighbour_keys(std::span<const std::string_view> words, const index::CommonPhrases& known) {
    std::vector<std::string> keys;
    const auto take = [&](std::string key) {
        if (known.holds(key)) keys.push_back(std::move(key));
    };
    if (words.size() == 2) {
        for (const std::string_view between : {" ", " * "}) {
            take(std::string(words[0]).append(between).append(words[1]));
            take(std::string(words[1]).append(between).append(words[0]));
        }
    }
    if (words.size() == 3) {
        std::vector<std::string_view> order(words.begin(), words.end());
        std::sort(order.begin(), order.end());
        do {
            take(std::string(order[0]).append(" ").append(order[1]).append(" ").append(order[2]));
        } while (std::next_permutation(order.begin(), order.end()));
    }
    return keys;
}

} // namespace trialdex::search
