// An importing process is killed at random moments. Whatever put() had returned for is there afterwards, every call is
// there as a whole or not at all, and the next process goes on from there.
#include "store_kit.h"

#include <chrono>
#include <csignal>
#include <random>
#include <sys/wait.h>
#include <thread>

namespace trialdex::store {
namespace {

constexpr std::uint32_t kBatch = 25;

// Puts batch after batch for ever; after each, its number goes down the pipe.
[[noreturn]] void import_for_ever(const StoreKind& kind, const std::string& folder, std::uint32_t batch, int pipe) {
    auto store = kind.open(folder, OpenMode::ReadWrite);
    if (!store) _exit(2);
    const auto run = (*store)->begin_run("crash");
    if (!run) _exit(3);
    for (;; ++batch) {
        std::vector<study::Record> records;
        for (std::uint32_t i = 1; i <= kBatch; ++i) {
            Draft draft;
            draft.id = batch * kBatch + i;
            records.push_back(draft.record());
            draft.posted = "2024-09-01"; // every study gets a second version in the same call
            records.push_back(draft.record());
        }
        if (!(*store)->put(*run, records)) _exit(4);
        if (write(pipe, &batch, sizeof batch) != sizeof batch) _exit(5);
    }
}

class Crash : public StoreTest {};
INSTANTIATE_TEST_SUITE_P(Stores, Crash, testing::ValuesIn(store_kinds()), kind_name);

TEST_P(Crash, KilledAtRandomMomentsNothingAcknowledgedIsLost) {
    store_.reset();
    std::mt19937 random(std::random_device{}());
    std::uint32_t batches = 0; // known to be there
    for (int round = 0; round < 20; ++round) {
        int pipe[2];
        ASSERT_EQ(::pipe(pipe), 0);
        const pid_t child = fork();
        if (child == 0) {
            close(pipe[0]);
            import_for_ever(GetParam(), folder_.path(), batches, pipe[1]);
        }
        close(pipe[1]);
        std::this_thread::sleep_for(std::chrono::microseconds(1000 + random() % 60'000));
        kill(child, SIGKILL);
        int status = 0;
        waitpid(child, &status, 0);
        ASSERT_TRUE(WIFSIGNALED(status)) << "the importing process failed by itself: " << WEXITSTATUS(status);
        std::uint32_t acknowledged = batches;
        for (std::uint32_t batch = 0; read(pipe[0], &batch, sizeof batch) == sizeof batch;) acknowledged = batch + 1;
        close(pipe[0]);

        open();
        const auto summary = store_->summary();
        ASSERT_TRUE(summary) << summary.error().message;
        ASSERT_EQ(summary->studies % kBatch, 0U) << "a torn call";
        ASSERT_EQ(summary->versions, summary->studies * 2);
        const auto there = static_cast<std::uint32_t>(summary->studies / kBatch);
        // The call that was running may have made it without a word.
        ASSERT_GE(there, acknowledged);
        ASSERT_LE(there, acknowledged + 1);
        for (std::uint32_t id = batches * kBatch + 1; id <= there * kBatch; ++id) {
            const auto record = store_->get(NctId(id));
            ASSERT_TRUE(record) << id;
            ASSERT_EQ(record->version_count, 2U);
        }
        if (round % 5 == 4) expect_sound();
        store_.reset();
        batches = there;
    }
    EXPECT_GT(batches, 0U);
}

} // namespace
} // namespace trialdex::store
