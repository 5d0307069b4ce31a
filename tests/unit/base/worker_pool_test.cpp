#include "base/worker_pool.h"

#include <atomic>
#include <gtest/gtest.h>
#include <stdexcept>

namespace trialdex {
namespace {

TEST(WorkerPool, EveryIndexIsDoneOnce) {
    for (const unsigned workers : {1U, 2U, 5U}) {
        WorkerPool pool(workers);
        EXPECT_EQ(pool.workers(), workers);
        for (const std::size_t count : {0, 1, 3, 1000}) {
            std::vector<std::atomic<int>> done(count);
            pool.for_each(count, [&](unsigned worker, std::size_t at) {
                EXPECT_LT(worker, workers);
                ++done[at];
            });
            for (const auto& times : done) EXPECT_EQ(times, 1);
        }
    }
}

TEST(WorkerPool, ScratchMemoryOfAWorkerIsItsOwn) {
    WorkerPool pool(4);
    std::vector<std::size_t> sums(pool.workers()); // not atomic: a data race would show under the sanitizers
    pool.for_each(10'000, [&](unsigned worker, std::size_t at) { sums[worker] += at; });
    std::size_t total = 0;
    for (const std::size_t sum : sums) total += sum;
    EXPECT_EQ(total, 10'000U * 9'999U / 2);
}

TEST(WorkerPool, WhatIsThrownComesOutAndThePoolGoesOn) {
    WorkerPool pool(3);
    EXPECT_THROW(pool.for_each(100,
                               [](unsigned, std::size_t at) {
                                   if (at == 50) throw std::runtime_error("no");
                               }),
                 std::runtime_error);
    std::atomic<int> done = 0;
    pool.for_each(10, [&](unsigned, std::size_t) { ++done; });
    EXPECT_EQ(done, 10);
}

} // namespace
} // namespace trialdex
