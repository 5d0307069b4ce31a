#include "index/manifest.h"
#include "support/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace trialdex::index {
namespace {

using testing::ElementsAre;
using testing::UnorderedElementsAre;

Manifest example() {
    Manifest manifest;
    manifest.generation = 7;
    manifest.store_sequence = 580'123;
    manifest.rules = 0x00ff00ff12345678;
    manifest.vocabulary = 0xfedcba9876543210;
    manifest.synonyms = "synonyms-5";
    manifest.phrases = "phrases-5";
    manifest.model = "model-5";
    manifest.fast_areas[0] = 1;
    manifest.fast_areas[1] = 0xffffffffffffffff;
    manifest.parts = {{"segment-5-0.tdx", "deleted-7-0"}, {"segment-7-1.tdx", ""}};
    return manifest;
}

TEST(Manifest, ComesBackAsItWasWritten) {
    const Manifest manifest = example();
    const auto read = read_manifest(write_manifest(manifest));
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(read->generation, manifest.generation);
    EXPECT_EQ(read->store_sequence, manifest.store_sequence);
    EXPECT_EQ(read->rules, manifest.rules);
    EXPECT_EQ(read->vocabulary, manifest.vocabulary);
    EXPECT_EQ(read->synonyms, manifest.synonyms);
    EXPECT_EQ(read->phrases, manifest.phrases);
    EXPECT_EQ(read->model, manifest.model);
    EXPECT_EQ(read->fast_areas[0], manifest.fast_areas[0]);
    EXPECT_EQ(read->fast_areas[1], manifest.fast_areas[1]);
    EXPECT_EQ(read->parts, manifest.parts);
}

TEST(Manifest, EveryCutIsRefused) {
    const std::string text = write_manifest(example());
    for (std::size_t length = 0; length < text.size(); ++length)
        EXPECT_FALSE(read_manifest(std::string_view(text).substr(0, length))) << length;
    EXPECT_FALSE(read_manifest(text + "\n"));
    EXPECT_FALSE(read_manifest(text + text));
}

TEST(Manifest, EveryFlippedBitIsRefusedOrSaysTheSame) {
    const std::string text = write_manifest(example());
    for (std::size_t at = 0; at < text.size(); ++at) {
        for (int bit = 0; bit < 8; ++bit) {
            std::string damaged = text;
            damaged[at] = static_cast<char>(damaged[at] ^ (1 << bit));
            const auto read = read_manifest(damaged);
            if (!read) continue;
            EXPECT_EQ(write_manifest(*read), text) << at; // "a" and "A" are the same digit of the checksum
        }
    }
}

TEST(Manifest, NamesThatLeaveTheFolderAreRefused) {
    for (const char* name : {"../secret", "/etc/passwd", "..", ".", "a/b"}) {
        Manifest manifest = example();
        manifest.parts[0].segment = name;
        EXPECT_FALSE(read_manifest(write_manifest(manifest))) << name;
        manifest = example();
        manifest.synonyms = name;
        EXPECT_FALSE(read_manifest(write_manifest(manifest))) << name;
        manifest = example();
        manifest.phrases = name;
        EXPECT_FALSE(read_manifest(write_manifest(manifest))) << name;
        manifest = example();
        manifest.model = name;
        EXPECT_FALSE(read_manifest(write_manifest(manifest))) << name;
        manifest = example();
        manifest.parts[0].deleted = name;
        EXPECT_FALSE(read_manifest(write_manifest(manifest))) << name;
    }
}

TEST(Manifest, GenerationsAreListedNewestFirst) {
    const support::TemporaryFolder folder;
    for (const char* name : {"manifest-9", "manifest-10", "manifest-2", "manifest-", "manifest-3x", "manifest-11.new"})
        folder.write(name, "");
    EXPECT_THAT(generations(folder.path()), ElementsAre(10, 9, 2));
    EXPECT_THAT(generations(folder.path("absent")), ElementsAre());
}

std::vector<std::string> names_in(const support::TemporaryFolder& folder) {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder.path()))
        names.push_back(entry.path().filename().string());
    return names;
}

TEST(Manifest, WhatTheTwoNewestGenerationsDoNotNameIsRemoved) {
    const support::TemporaryFolder folder;
    for (std::uint64_t generation = 1; generation <= 3; ++generation) {
        Manifest manifest;
        manifest.generation = generation;
        manifest.synonyms = "synonyms-1";
        manifest.phrases = "phrases-1";
        manifest.model = "model-1";
        manifest.parts = {{"segment-" + std::to_string(generation) + "-0.tdx", ""}};
        folder.write(manifest_name(generation), write_manifest(manifest));
        folder.write(manifest.parts[0].segment, "x");
    }
    folder.write("synonyms-1", "x");
    folder.write("phrases-1", "x");
    folder.write("model-1", "x");
    folder.write("segment-2-0.tdx.vectors", "x");
    folder.write("segment-9-0.tdx.run-3", "left by a build that was killed");
    remove_unused_files(folder.path());
    EXPECT_THAT(names_in(folder),
                UnorderedElementsAre("manifest-2", "manifest-3", "model-1", "phrases-1", "segment-2-0.tdx",
                                     "segment-2-0.tdx.vectors", "segment-3-0.tdx", "synonyms-1"));
}

TEST(Manifest, NothingIsRemovedWhenNothingIsKnownToBeGood) {
    const support::TemporaryFolder folder;
    folder.write("manifest-1", "damaged");
    folder.write("segment-1-0.tdx", "x");
    remove_unused_files(folder.path());
    EXPECT_EQ(names_in(folder).size(), 2u);
}

} // namespace
} // namespace trialdex::index
