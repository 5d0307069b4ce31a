// Orthogonal columns against Gram and Schmidt, slowly and in double.
#include "index/vectors/orthogonal.h"

#include <cmath>
#include <gtest/gtest.h>
#include <random>

namespace trialdex::index {
namespace {

constexpr std::size_t kColumns = 12;

std::vector<float> random_matrix(std::size_t rows, unsigned seed) {
    std::mt19937 random(seed);
    std::normal_distribution<float> normal;
    std::vector<float> matrix(rows * kColumns);
    for (float& number : matrix) number = normal(random);
    return matrix;
}

double dot(const std::vector<float>& matrix, std::size_t a, std::size_t b) {
    double sum = 0;
    for (std::size_t row = 0; row < matrix.size(); row += kColumns)
        sum += static_cast<double>(matrix[row + a]) * static_cast<double>(matrix[row + b]);
    return sum;
}

std::vector<double> slowly(const std::vector<float>& matrix) {
    std::vector<double> out(matrix.begin(), matrix.end());
    const auto product = [&](std::size_t a, std::size_t b) {
        double sum = 0;
        for (std::size_t row = 0; row < out.size(); row += kColumns) sum += out[row + a] * out[row + b];
        return sum;
    };
    for (std::size_t i = 0; i < kColumns; ++i) {
        for (std::size_t before = 0; before < 2 * i; ++before) {
            const std::size_t j = before % i;
            const double shared = product(i, j);
            for (std::size_t row = 0; row < out.size(); row += kColumns) out[row + i] -= shared * out[row + j];
        }
        const double length = std::sqrt(product(i, i));
        for (std::size_t row = 0; row < out.size(); row += kColumns) out[row + i] /= length;
    }
    return out;
}

TEST(Orthogonal, IsWhatGramAndSchmidtGive) {
    for (const std::size_t rows : {std::size_t{12}, std::size_t{13}, std::size_t{500}}) {
        std::vector<float> matrix = random_matrix(rows, static_cast<unsigned>(rows));
        // Columns of very unlike length, as powers of a matrix have.
        for (std::size_t at = 0; at < matrix.size(); ++at)
            matrix[at] *= std::pow(0.3F, static_cast<float>(at % kColumns));
        const std::vector<double> expected = slowly(matrix);
        Orthogonal<kColumns>::make(matrix);
        for (std::size_t at = 0; at < matrix.size(); ++at)
            ASSERT_NEAR(static_cast<double>(matrix[at]), expected[at], 2e-4) << rows << " rows, number " << at;
    }
}

TEST(Orthogonal, LengthsAreOneAndProductsNone) {
    std::vector<float> matrix = random_matrix(300, 7);
    for (std::size_t row = 0; row < matrix.size(); row += kColumns) matrix[row + 5] = matrix[row + 4] * 1.001F + 1e-3F;
    Orthogonal<kColumns>::make(matrix);
    for (std::size_t a = 0; a < kColumns; ++a) {
        for (std::size_t b = 0; b <= a; ++b) EXPECT_NEAR(dot(matrix, a, b), a == b ? 1 : 0, 1e-5) << a << " " << b;
    }
}

TEST(Orthogonal, AColumnThatAddsNothingIsZero) {
    std::vector<float> matrix = random_matrix(40, 3);
    for (std::size_t row = 0; row < matrix.size(); row += kColumns) {
        matrix[row + 3] = 2 * matrix[row + 1]; // a multiple of an earlier one
        matrix[row + 6] = 0;
    }
    Orthogonal<kColumns>::make(matrix);
    for (std::size_t a = 0; a < kColumns; ++a) {
        const bool is_lost = a == 3 || a == 6;
        EXPECT_NEAR(dot(matrix, a, a), is_lost ? 0 : 1, 1e-5) << a;
    }
    std::vector<float> nothing;
    Orthogonal<kColumns>::make(nothing);
    EXPECT_TRUE(nothing.empty());
}

} // namespace
} // namespace trialdex::index
