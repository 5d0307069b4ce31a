// Tasks are done once, by whoever comes first, and never after their asker has gone.
#include "base/side_tasks.h"

#include <atomic>
#include <gtest/gtest.h>
#include <stdexcept>

namespace trialdex {
namespace {

TEST(SideTasks, AreDoneOnceWithAndWithoutThreads) {
    for (const unsigned threads : {0U, 1U, 3U}) {
        SideTasks tasks(threads);
        for (int round = 0; round < 2'000; ++round) {
            int done = 0; // not atomic: a race would show under the sanitizers
            SideTask task(tasks, [&] { ++done; });
            if (round % 3 == 0) std::this_thread::yield();
            task.finish();
            ASSERT_EQ(done, 1);
            task.finish();
            ASSERT_EQ(done, 1);
        }
    }
}

TEST(SideTasks, OfSeveralAskersAtOnce) {
    SideTasks tasks(2);
    std::atomic<int> done = 0;
    std::vector<std::thread> askers;
    for (int asker = 0; asker < 4; ++asker) {
        askers.emplace_back([&] {
            for (int round = 0; round < 500; ++round) {
                SideTask first(tasks, [&] { ++done; });
                SideTask second(tasks, [&] { ++done; });
                second.finish();
                first.finish();
            }
        });
    }
    for (std::thread& asker : askers) asker.join();
    EXPECT_EQ(done, 4'000);
}

// The one thread is busy: the asker does not wait for it.
TEST(SideTasks, AreDoneByTheAskerWhenNobodyIsFree) {
    SideTasks tasks(1);
    std::atomic<bool> is_busy = false;
    std::atomic<bool> go_on = false;
    SideTask busy(tasks, [&] {
        is_busy = true;
        while (!go_on) std::this_thread::yield();
    });
    while (!is_busy) std::this_thread::yield();
    std::thread::id doer;
    SideTask task(tasks, [&] { doer = std::this_thread::get_id(); });
    task.finish();
    EXPECT_EQ(doer, std::this_thread::get_id());
    go_on = true;
    busy.finish();
}

TEST(SideTasks, DoNotBeginAfterTheirAskerHasGone) {
    SideTasks tasks(2);
    for (int round = 0; round < 2'000; ++round) {
        const auto lives = std::make_unique<int>(0); // its end comes after the task's
        SideTask task(tasks, [&] { ++*lives; });
        if (round % 2 == 0) std::this_thread::yield();
    }
}

TEST(SideTasks, ThrowToTheAsker) {
    for (const unsigned threads : {0U, 2U}) {
        SideTasks tasks(threads);
        SideTask task(tasks, [] { throw std::runtime_error("no"); });
        EXPECT_THROW(task.finish(), std::runtime_error);
    }
}

} // namespace
} // namespace trialdex
