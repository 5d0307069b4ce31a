#include "index/completions/edit_distance.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <random>
#include <string>
#include <vector>

namespace trialdex::index {
namespace {

// The whole table, as in the textbook.
unsigned plain_distance(const std::u32string& a, const std::u32string& b) {
    std::vector<std::vector<unsigned>> d(a.size() + 1, std::vector<unsigned>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) {
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                d[i][j] = static_cast<unsigned>(i + j);
                continue;
            }
            d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
        }
    }
    return d[a.size()][b.size()];
}

TEST(EditDistance, AgreesWithTheTextbookUpToItsLimit) {
    std::mt19937 random(1);
    const auto word = [&] {
        std::u32string letters(std::uniform_int_distribution<std::size_t>(0, 9)(random), U'a');
        for (char32_t& letter : letters) letter += std::uniform_int_distribution<char32_t>(0, 2)(random);
        return letters;
    };
    for (int i = 0; i < 20'000; ++i) {
        const auto a = word();
        const auto b = word();
        for (const unsigned limit : {0U, 1U, 2U, 3U, 20U})
            ASSERT_EQ(edit_distance(a, b, limit), std::min(plain_distance(a, b), limit + 1));
    }
}

TEST(EditDistance, LongWordsToo) {
    const std::u32string a(200, U'a');
    std::u32string b = a;
    b[100] = U'b';
    EXPECT_EQ(edit_distance(a, b, 2), 1U);
    b.insert(b.begin() + 20, U'c');
    EXPECT_EQ(edit_distance(a, b, 2), 2U);
}

} // namespace
} // namespace trialdex::index
