// Files that are not what we wrote: other programs' files, newer formats, flipped bytes, cut ends, a full disk. Always
// a sentence, never a crash, and never a wrong record that passes for a right one.
#include "store_kit.h"

#include <csignal>
#include <fstream>
#include <gmock/gmock.h>
#include <map>
#include <random>
#include <sys/resource.h>
#include <sys/wait.h>

namespace trialdex::store {
namespace {

using testing::HasSubstr;

std::string read_file(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void write_file(const std::string& path, std::string_view bytes) {
    std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

class Damage : public StoreTest {
protected:
    // A registry with a bit of everything, closed.
    void make_registry() {
        std::vector<Draft> drafts;
        for (std::uint32_t id = 1; id <= 60; ++id) {
            Draft draft;
            draft.id = id * 37;
            draft.title = fmt::format("Invented study {}", id * 7919);
            draft.summary = std::string(id * 20, static_cast<char>('a' + id % 26)) + fmt::format(" {}", id);
            draft.results = id % 7 == 0;
            if (id % 10 == 0) draft.aliases = {id + 5000};
            drafts.push_back(draft);
        }
        put(drafts);
        for (Draft& draft : drafts) {
            draft.posted = "2024-08-01";
            draft.summary += " More.";
        }
        put(drafts);
        store_.reset();
    }

    // Every version of every study by id and number; what cannot be read is left out.
    static std::map<std::pair<std::uint32_t, std::uint32_t>, std::string> all_texts(const Store& store) {
        std::map<std::pair<std::uint32_t, std::uint32_t>, std::string> texts;
        for (std::uint32_t id = 37; id <= 60 * 37; id += 37) {
            if (const auto record = store.get(NctId(id))) texts[{id, 0}] = record->json;
            for (std::uint32_t number = 1; number <= 2; ++number) {
                if (const auto version = store.get_version(NctId(id), number)) texts[{id, number}] = version->json;
            }
        }
        return texts;
    }

    // Asks everything there is to ask; answers may be errors.
    static void ask_everything(const Store& store) {
        static_cast<void>(store.summary());
        static_cast<void>(store.recently_updated(10));
        static_cast<void>(store.runs(10));
        static_cast<void>(store.changes_since(0, 1000));
        static_cast<void>(store.structure_counts());
        static_cast<void>(store.for_each([](const StoredRecord&) { return true; }));
        static_cast<void>(store.find_alias(NctId(5010)));
        static_cast<void>(store.next(NctId(1), "resultsSection.moreInfoModule"));
        static_cast<void>(store.previous(NctId(90'000), "resultsSection.moreInfoModule"));
        static_cast<void>(store.module_dates(NctId(37), "protocolSection.statusModule"));
        static_cast<void>(store.versions(NctId(37)));
    }
};
INSTANTIATE_TEST_SUITE_P(Stores, Damage, testing::ValuesIn(store_kinds()), kind_name);

TEST_P(Damage, FlippedBytesAreFoundOrHarmless) {
    make_registry();
    const std::string path = folder_.path("registry.db");
    const std::string sound = read_file(path);
    open(OpenMode::ReadOnly);
    const auto expected = all_texts(*store_);
    ASSERT_EQ(expected.size(), 180U);

    std::mt19937 random(42);
    std::uniform_int_distribution<std::size_t> anywhere(0, sound.size() - 1);
    std::uniform_int_distribution<std::size_t> header(0, 99);
    int found = 0;
    for (int round = 0; round < 150; ++round) {
        store_.reset();
        std::string damaged = sound;
        std::size_t at = round % 10 == 0 ? header(random) : anywhere(random);
        while (damaged[at] == 0) at = anywhere(random); // nearly all zeros are empty space
        damaged[at] = static_cast<char>(damaged[at] ^ (1 << random() % 8));
        write_file(path, damaged);
        auto opened = GetParam().open(folder_.path(), OpenMode::ReadOnly);
        if (!opened) {
            EXPECT_FALSE(opened.error().message.empty());
            ++found;
            continue;
        }
        ask_everything(**opened);
        const auto texts = all_texts(**opened);
        const auto report = (*opened)->check();
        if (!report || !report->problems.empty()) ++found;
        // What the check passes must be all there, unharmed. What it does not pass may be missing, but not wrong.
        if (report && report->problems.empty()) {
            ASSERT_EQ(texts, expected) << "byte " << at;
        }
        for (const auto& [key, text] : texts) ASSERT_EQ(text, expected.at(key)) << "byte " << at;
    }
    EXPECT_GT(found, 50);
}

TEST_P(Damage, WritingToADamagedRegistryDoesNotCrash) {
    make_registry();
    const std::string path = folder_.path("registry.db");
    const std::string sound = read_file(path);
    std::mt19937 random(43);
    std::uniform_int_distribution<std::size_t> anywhere(0, sound.size() - 1);
    for (int round = 0; round < 60; ++round) {
        std::string damaged = sound;
        for (int flips = 0; flips < 20; ++flips) damaged[anywhere(random)] ^= static_cast<char>(1 + random() % 255);
        write_file(path, damaged);
        std::filesystem::remove(path + "-wal");
        std::filesystem::remove(path + "-shm");
        const auto opened = GetParam().open(folder_.path(), OpenMode::ReadWrite);
        if (!opened) continue;
        std::vector<study::Record> records;
        for (std::uint32_t id = 30; id <= 400; ++id) {
            Draft draft;
            draft.id = id;
            draft.posted = id % 2 == 0 ? "2024-12-01" : "2022-01-01";
            records.push_back(draft.record());
        }
        if (const auto run = (*opened)->begin_run("test")) static_cast<void>((*opened)->put(*run, records));
        ask_everything(**opened);
    }
}

TEST_P(Damage, ACutFileIsToldInASentence) {
    make_registry();
    const std::string path = folder_.path("registry.db");
    const std::string sound = read_file(path);
    for (const std::size_t keep : {std::size_t{1}, std::size_t{50}, std::size_t{4096}, sound.size() / 2}) {
        write_file(path, std::string_view(sound).substr(0, keep));
        for (const OpenMode mode : {OpenMode::ReadOnly, OpenMode::ReadWrite}) {
            const auto opened = GetParam().open(folder_.path(), mode);
            if (!opened) {
                EXPECT_EQ(opened.error().code, ErrorCode::Corrupt) << keep << opened.error().message;
                continue;
            }
            const auto report = (*opened)->check();
            EXPECT_TRUE(!report || !report->problems.empty()) << keep;
            ask_everything(**opened);
        }
    }
}

TEST_P(Damage, SomebodyElsesFileIsLeftAlone) {
    store_.reset();
    std::filesystem::remove(folder_.path("registry.db"));
    const std::string text(5000, 'x');
    write_file(folder_.path("registry.db"), text);
    for (const OpenMode mode : {OpenMode::ReadOnly, OpenMode::ReadWrite}) {
        const auto opened = GetParam().open(folder_.path(), mode);
        ASSERT_FALSE(opened);
        EXPECT_EQ(opened.error().code, ErrorCode::Corrupt);
        EXPECT_EQ(read_file(folder_.path("registry.db")), text);
    }
}

TEST_P(Damage, ANewerFormatIsRefusedByName) {
    make_registry();
    const std::string path = folder_.path("registry.db");
    std::string bytes = read_file(path);
    bytes[63] = 9; // the lowest byte of SQLite's user_version
    write_file(path, bytes);
    for (const OpenMode mode : {OpenMode::ReadOnly, OpenMode::ReadWrite}) {
        const auto opened = GetParam().open(folder_.path(), mode);
        ASSERT_FALSE(opened);
        EXPECT_EQ(opened.error().code, ErrorCode::Corrupt);
        EXPECT_THAT(opened.error().message, HasSubstr("newer trialdex"));
    }
}

TEST_P(Damage, AnEmptyFileIsNoRegistryYet) {
    store_.reset();
    std::filesystem::remove(folder_.path("registry.db"));
    write_file(folder_.path("registry.db"), "");
    EXPECT_EQ(GetParam().open(folder_.path(), OpenMode::ReadOnly).error().code, ErrorCode::NotFound);
    open();
    put(Draft{});
    expect_sound();
}

// Fills the disk, as far as one process can tell: files may not grow beyond a limit.
int put_until_full(const StoreKind& kind, const std::string& folder) {
    std::signal(SIGXFSZ, SIG_IGN);
    auto store = kind.open(folder, OpenMode::ReadWrite);
    if (!store) return 2;
    rlimit limit{};
    getrlimit(RLIMIT_FSIZE, &limit);
    limit.rlim_cur = 2'000'000;
    setrlimit(RLIMIT_FSIZE, &limit);
    const auto run = (*store)->begin_run("test");
    if (!run) return 3;
    std::mt19937_64 random(1);
    for (std::uint32_t id = 1; id < 10'000; ++id) {
        Draft draft;
        draft.id = id;
        for (int i = 0; i < 500; ++i) draft.summary += fmt::format("{:x}", random());
        const std::vector records{draft.record()};
        const auto outcomes = (*store)->put(*run, records);
        if (outcomes) continue;
        if (outcomes.error().code != ErrorCode::Unreadable || outcomes.error().message.empty()) return 4;
        const auto summary = (*store)->summary();
        if (!summary || summary->studies != id - 1) return 5; // what was acknowledged, and no more
        limit.rlim_cur = limit.rlim_max;
        setrlimit(RLIMIT_FSIZE, &limit);
        return (*store)->put(*run, records) ? 0 : 6; // room again: the same store goes on
    }
    return 7;
}

TEST_P(Damage, AFullDiskLosesNothingThatWasAcknowledged) {
    store_.reset();
    const pid_t child = fork();
    if (child == 0) _exit(put_until_full(GetParam(), folder_.path()));
    int status = 0;
    waitpid(child, &status, 0);
    ASSERT_TRUE(WIFEXITED(status));
    ASSERT_EQ(WEXITSTATUS(status), 0);
    open();
    EXPECT_GT(store_->summary()->studies, 5U);
    expect_sound();
}

} // namespace
} // namespace trialdex::store
