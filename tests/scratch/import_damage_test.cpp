// Files of every kind cut short and with bytes flipped at many places: reading ends, nothing crashes, and what the
// damage did not touch is read.
#include "import_kit.h"

#include <gmock/gmock.h>
#include <random>
#include <set>

namespace trialdex::scratch {
namespace {

constexpr int kStudies = 40;
constexpr int kFlips = 400;

struct Damaged {
    const char* name;
    std::string content;
    // How many untouched records a flipped byte may cost, behind `header`: a byte of a packed stream costs all behind
    // it.
    std::size_t may_cost;
    std::size_t header;
};

std::vector<Damaged> containers() {
    const std::vector<std::string> records = studies(1, kStudies);
    const std::string lines = lines_of(records);
    auto streamed = entries_of(records);
    for (auto& entry : streamed) entry.sizes_follow = !entry.stored;
    return {
        {"lines", lines, 0, 0},
        {"list", "[" + joined(records, ",") + "]", 0, 2},
        {"page", "{\"totalCount\":40,\"studies\":[\n  " + joined(records, ",\n  ") + "\n]}", 0, 40},
        {"gzip", support::gzip(lines), kStudies, 0},
        {"zstd", support::zstd(lines), kStudies, 0},
        // A flipped offset makes an entry lie within another one.
        {"zip", support::zip(entries_of(records)), 1, 4},
        {"streamed zip", support::zip(streamed), 1, 4},
        {"zip64", support::zip(entries_of(records), {.zip64 = true}), 1, 4},
    };
}

std::set<std::string> records_in(const std::string& content) {
    std::set<std::string> found;
    for (const std::string& item : support::read_all(content)) {
        const std::size_t start = item.find(": {");
        if (start != std::string::npos) found.insert(item.substr(start + 2));
    }
    return found;
}

TEST(ImportDamage, CutAnywhereGivesWhatCameBefore) {
    const std::vector<std::string> all = studies(1, kStudies);
    for (const Damaged& container : containers()) {
        const bool streamed = container.may_cost == kStudies;
        for (std::size_t length = 0; length < container.content.size(); length += 97) {
            const auto found = records_in(container.content.substr(0, length));
            std::size_t whole = 0; // records that lie before the cut
            while (whole < all.size() && container.content.find(all[whole]) != std::string::npos &&
                   container.content.find(all[whole]) + all[whole].size() < length) {
                ++whole;
            }
            for (std::size_t i = 0; i < whole && !streamed; ++i) {
                ASSERT_TRUE(found.contains(all[i])) << container.name << " cut at " << length << ", record " << i;
            }
        }
    }
}

TEST(ImportDamage, AFlippedByteCostsNoMoreThanItMust) {
    const std::vector<std::string> all = studies(1, kStudies);
    std::mt19937 random(7);
    for (const Damaged& container : containers()) {
        for (int i = 0; i < kFlips; ++i) {
            std::string damaged = container.content;
            const std::size_t at = container.header + random() % (damaged.size() - container.header);
            const char flip = static_cast<char>(1U << (random() % 8));
            damaged[at] = static_cast<char>(damaged[at] ^ flip);
            const auto found = records_in(damaged);
            std::size_t lost = 0;
            for (const std::string& record : all) lost += found.contains(record) ? 0 : 1;
            // The record that was hit, both of them when the line feed between two was.
            const std::size_t hit = container.name == std::string("lines") && container.content[at] == '\n' ? 2 : 1;
            EXPECT_LE(lost, hit + container.may_cost) << container.name << ", bit " << int{flip} << " of byte " << at;
        }
    }
}

TEST(ImportDamage, ManyFlippedBytesDoNoHarm) {
    std::mt19937 random(11);
    for (const Damaged& container : containers()) {
        for (int i = 0; i < kFlips; ++i) {
            std::string damaged = container.content;
            for (auto flips = 2 + random() % 30; flips > 0; --flips) {
                damaged[random() % damaged.size()] = static_cast<char>(random());
            }
            EXPECT_LE(support::read_all(damaged).size(), damaged.size()) << container.name;
        }
    }
}

TEST(ImportDamage, ARegistryStaysSoundWhateverComes) {
    const support::TemporaryFolder folder;
    std::mt19937 random(13);
    ScratchRegistry registry;
    for (const Damaged& container : containers()) {
        for (int i = 0; i < 10; ++i) {
            std::string damaged = container.content;
            damaged[random() % damaged.size()] = static_cast<char>(random());
            registry.import({folder.write("input", damaged)});
        }
    }
    const auto checked = registry.store().check();
    ASSERT_TRUE(checked);
    EXPECT_TRUE(checked->problems.empty()) << checked->problems.front();
}

} // namespace
} // namespace trialdex::scratch
