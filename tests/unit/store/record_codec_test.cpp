#include "store/record_codec.h"

#include <gtest/gtest.h>
#include <random>

namespace trialdex::store {
namespace {

// Text that compresses like text: words out of a small vocabulary.
std::string prose(std::uint32_t seed, std::size_t bytes) {
    std::mt19937 random(seed);
    std::string text;
    while (text.size() < bytes) text += "word" + std::to_string(random() % 500) + (random() % 9 == 0 ? ". " : " ");
    text.resize(bytes);
    return text;
}

std::shared_ptr<const Dictionary> trained(std::uint32_t seed) {
    std::vector<std::string> samples;
    for (std::uint32_t i = 0; i < 300; ++i) samples.push_back(prose(seed + i, 3000));
    return Dictionary::load(train_dictionary(samples)).value();
}

TEST(RecordCodec, EveryLengthComesBack) {
    RecordCodec codec;
    for (const std::size_t bytes : {0, 1, 100, 5000, 3'000'000}) {
        const std::string text = prose(1, bytes);
        const std::string body = codec.pack(text, nullptr).value();
        EXPECT_EQ(codec.unpack(body, text.size(), nullptr).value(), text);
    }
}

TEST(RecordCodec, ADictionaryHelpsAndIsNamedInTheBody) {
    RecordCodec codec;
    const auto dictionary = trained(100);
    const std::string text = prose(7, 3000);
    const std::string alone = codec.pack(text, nullptr).value();
    const std::string body = codec.pack(text, dictionary.get()).value();
    EXPECT_LT(body.size(), alone.size());
    EXPECT_EQ(RecordCodec::dictionary_id(alone), 0U);
    EXPECT_EQ(RecordCodec::dictionary_id(body), dictionary->id());
    EXPECT_NE(dictionary->id(), 0U);
    EXPECT_EQ(codec.unpack(body, text.size(), dictionary.get()).value(), text);
    EXPECT_FALSE(codec.unpack(body, text.size(), nullptr));
    EXPECT_FALSE(codec.unpack(body, text.size(), trained(5000).get()));
}

TEST(RecordCodec, AVersionCostsWhatItDiffersWhereverThatIs) {
    RecordCodec codec;
    const std::string newer = prose(3, 2'500'000);
    for (const std::size_t at : {std::size_t{0}, newer.size() / 2, newer.size()}) {
        std::string older = newer;
        older.insert(at, "Something else was here.");
        const std::string body = codec.pack_against(newer, older).value();
        // A window that is too narrow would find nothing: some 500 kB.
        EXPECT_LT(body.size(), 50'000U) << at;
        EXPECT_EQ(codec.unpack_against(newer, body, older.size()).value(), older);
    }
}

TEST(RecordCodec, WrongSizesAndBytesAreCorrupt) {
    RecordCodec codec;
    const std::string text = prose(9, 4000);
    const std::string body = codec.pack(text, nullptr).value();
    EXPECT_EQ(codec.unpack(body, text.size() - 1, nullptr).error().code, ErrorCode::Corrupt);
    EXPECT_EQ(codec.unpack(body, text.size() + 1, nullptr).error().code, ErrorCode::Corrupt);
    EXPECT_EQ(codec.unpack(body, kMaxTextBytes + 1, nullptr).error().code, ErrorCode::Corrupt);
    EXPECT_EQ(codec.unpack("", 10, nullptr).error().code, ErrorCode::Corrupt);
    EXPECT_EQ(codec.unpack(body.substr(0, body.size() / 2), text.size(), nullptr).error().code, ErrorCode::Corrupt);
    std::mt19937 random(11);
    for (int round = 0; round < 500; ++round) {
        std::string damaged = body;
        damaged[random() % damaged.size()] ^= static_cast<char>(1 + random() % 255);
        static_cast<void>(codec.unpack(damaged, text.size(), nullptr)); // an answer or an error, within bounds
        static_cast<void>(codec.unpack_against(text, damaged, text.size()));
    }
    EXPECT_EQ(codec.unpack(body, text.size(), nullptr).value(), text) << "errors leave nothing behind";
}

TEST(RecordCodec, TooLongATextIsRefused) {
    RecordCodec codec;
    const std::string text(kMaxTextBytes + 1, ' ');
    EXPECT_EQ(codec.pack(text, nullptr).error().code, ErrorCode::TooLarge);
    EXPECT_EQ(codec.pack_against("x", text).error().code, ErrorCode::TooLarge);
}

TEST(Dictionary, WhatWasNotTrainedIsRefused) {
    EXPECT_FALSE(Dictionary::load(""));
    EXPECT_FALSE(Dictionary::load("just some bytes that nobody trained"));
    EXPECT_TRUE(train_dictionary({}).empty());
    EXPECT_TRUE(train_dictionary(std::vector<std::string>{"one", "two"}).empty());
}

} // namespace
} // namespace trialdex::store
