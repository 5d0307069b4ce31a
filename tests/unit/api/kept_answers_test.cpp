// Answers given again: for the same question and the same data only, within their memory, from many threads.
#include "api/kept_answers.h"
#include "support/fake_index.h"
#include "support/fake_reader.h"

#include <atomic>
#include <chrono>
#include <gtest/gtest.h>
#include <stdexcept>
#include <thread>
#include <vector>

namespace trialdex::api {
namespace {

constexpr store::Milliseconds kDay = 24LL * 60 * 60 * 1000;

// Says how often it was asked.
class CountingHandler : public Handler {
public:
    Response handle(const Request& request) const override {
        const int number = ++asked;
        Response response = answer;
        response.body += std::to_string(number) + std::string(request.if_none_match.empty() ? "" : " tagged");
        response.etag = "\"e\"";
        return response;
    }
    std::size_t post_limit(std::string_view path) const override { return path == "/related" ? 1000 : 0; }
    mutable std::atomic<int> asked = 0;
    Response answer;
};

// An index whose generation a test changes; 0 is none.
class ChangingIndex : public search::LiveIndex {
public:
    std::uint64_t generation = 3;
    std::shared_ptr<const search::Searcher> current() const override {
        if (generation == 0) return nullptr;
        auto searcher = std::make_shared<support::ListSearcher>(std::vector<search::NctId>());
        searcher->generation = generation;
        return searcher;
    }
};

class KeptAnswersTest : public testing::Test {
protected:
    static Request search(std::string value, std::string name = "q") {
        Request request;
        request.method = "GET";
        request.path = "/search";
        request.query = {{std::move(name), std::move(value)}};
        return request;
    }
    std::string body(const Request& request) { return kept.handle(request).body; }

    support::FakeReader store;
    ChangingIndex index;
    CountingHandler maker;
    store::Milliseconds today = 20'000 * kDay;
    KeptAnswers kept{maker, store, &index, [this] { return today; }, std::size_t{1} << 20};
};

TEST_F(KeptAnswersTest, PostsPassThroughAndAreNotKept) {
    EXPECT_EQ(kept.post_limit("/related"), 1000U);
    EXPECT_EQ(kept.post_limit("/search"), 0U);
    Request request = search("a");
    request.method = "POST";
    request.body = "draft";
    EXPECT_EQ(body(request), "1");
    EXPECT_EQ(body(request), "2");
    EXPECT_EQ(kept.bytes(), 0U);
}

TEST_F(KeptAnswersTest, TheSameQuestionIsAnsweredOnce) {
    EXPECT_EQ(body(search("asthma")), "1");
    EXPECT_EQ(body(search("asthma")), "1");
    EXPECT_EQ(kept.handle(search("asthma")).etag, "\"e\"");
    EXPECT_EQ(maker.asked, 1);
    Request head = search("asthma");
    head.method = "HEAD";
    EXPECT_EQ(body(head), "1");
}

TEST_F(KeptAnswersTest, AnotherQuestionIsAnotherAnswer) {
    EXPECT_EQ(body(search("a")), "1");
    EXPECT_EQ(body(search("a", "cond")), "2");
    EXPECT_EQ(body(search("", "qa")), "3");
    Request both = search("a");
    both.query.emplace_back("page", "2");
    EXPECT_EQ(body(both), "4");
    EXPECT_EQ(body(search("a\n4 1 page2")), "5"); // what looks like a key within a value
    Request api = search("a");
    api.path = "/api/v2/studies";
    EXPECT_EQ(body(api), "6");
}

TEST_F(KeptAnswersTest, TagsOfTheClientAreNoPartOfTheQuestion) {
    Request request = search("asthma");
    request.if_none_match = "\"e\"";
    EXPECT_EQ(body(request), "1"); // whole, for the server to compare
    EXPECT_EQ(body(search("asthma")), "1");
}

TEST_F(KeptAnswersTest, ANewIndexMeansNewAnswers) {
    EXPECT_EQ(body(search("asthma")), "1");
    index.generation = 4;
    EXPECT_EQ(body(search("asthma")), "2");
    EXPECT_EQ(body(search("asthma")), "2");
    index.generation = 0;
    EXPECT_EQ(body(search("asthma")), "3");
}

TEST_F(KeptAnswersTest, AnotherDayMeansNewAnswers) {
    EXPECT_EQ(body(search("asthma")), "1");
    today += kDay;
    EXPECT_EQ(body(search("asthma")), "2");
    EXPECT_LT(kept.bytes(), 1000U); // the old one is gone
}

// The registry is asked once a second.
TEST_F(KeptAnswersTest, NewDataMeansNewAnswers) {
    EXPECT_EQ(body(search("asthma")), "1");
    store.add(R"({"protocolSection":{"identificationModule":{"nctId":"NCT00000001"}}})");
    std::this_thread::sleep_for(std::chrono::milliseconds(1100));
    EXPECT_EQ(body(search("asthma")), "2");
}

TEST_F(KeptAnswersTest, ErrorsAreNotKept) {
    maker.answer.status = 400;
    EXPECT_EQ(body(search("(")), "1");
    EXPECT_EQ(body(search("(")), "2");
    maker.answer.status = 303;
    EXPECT_EQ(body(search("NCT00000001")), "3");
    EXPECT_EQ(body(search("NCT00000001")), "4");
    EXPECT_EQ(kept.bytes(), 0U);
}

TEST_F(KeptAnswersTest, WhatIsNotToBeStoredIsNotKept) {
    maker.answer.headers = {{"Cache-Control", "no-store"}};
    EXPECT_EQ(body(search("a")), "1");
    EXPECT_EQ(body(search("a")), "2");
}

TEST_F(KeptAnswersTest, OnlySearchesAreKept) {
    Request study = search("a");
    study.path = "/study/NCT00000001";
    EXPECT_EQ(body(study), "1");
    EXPECT_EQ(body(study), "2");
    EXPECT_EQ(kept.bytes(), 0U);
}

TEST_F(KeptAnswersTest, TheOldestAnswersMakeRoom) {
    maker.answer.body = std::string(50'000, 'x');
    for (int i = 0; i < 30; ++i) {
        body(search(std::to_string(i)));
        body(search("0")); // asked again and again
        EXPECT_LE(kept.bytes(), std::size_t{1} << 20);
    }
    EXPECT_EQ(maker.asked, 30);
    body(search("29"));
    EXPECT_EQ(maker.asked, 30);
    body(search("1")); // long gone
    EXPECT_EQ(maker.asked, 31);
}

TEST_F(KeptAnswersTest, AHugeAnswerIsNotKept) {
    maker.answer.body = std::string(70'000, 'x'); // more than a sixteenth
    body(search("a"));
    EXPECT_EQ(kept.bytes(), 0U);
}

TEST_F(KeptAnswersTest, ZeroBytesKeepNothing) {
    const KeptAnswers none(maker, store, &index, [] { return store::Milliseconds{0}; }, 0);
    EXPECT_EQ(none.handle(search("a")).body, "1");
    EXPECT_EQ(none.handle(search("a")).body, "2");
}

TEST_F(KeptAnswersTest, ThreadsThatAskTheSameWaitForOneAnswer) {
    std::vector<std::thread> threads;
    std::atomic<int> wrong = 0;
    for (int thread = 0; thread < 8; ++thread) {
        threads.emplace_back([&] {
            for (int i = 0; i < 200; ++i) {
                if (kept.handle(search(std::to_string(i))).status != 200) ++wrong;
            }
        });
    }
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(wrong, 0);
    EXPECT_EQ(maker.asked, 200);
}

class ThrowingHandler : public Handler {
public:
    Response handle(const Request&) const override { throw std::runtime_error("out of luck"); }
};

TEST_F(KeptAnswersTest, AnAnswerThatFailsLetsOthersTry) {
    const ThrowingHandler thrower;
    const KeptAnswers failing(thrower, store, &index, [] { return store::Milliseconds{0}; }, 1000);
    EXPECT_THROW(failing.handle(search("a")), std::runtime_error);
    EXPECT_THROW(failing.handle(search("a")), std::runtime_error); // does not wait for ever
}

} // namespace
} // namespace trialdex::api
