#include "api/api.h"
#include "api/spread_json.h"
#include "support/fake_reader.h"
#include "support/scratch_registry.h"

#include <atomic>
#include <gtest/gtest.h>
#include <thread>

namespace trialdex::api {
namespace {

Request get(const std::string& path) {
    Request request;
    request.method = "GET";
    request.path = path;
    request.raw_target = path;
    return request;
}

const std::string kStudy = R"({"protocolSection":{"identificationModule":{"nctId":"NCT00000001"}},)"
                           R"("derivedSection":{"miscInfoModule":{"versionHolder":"2025-12-24"}},"hasResults":false})";

class CountingReader : public support::FakeReader {
public:
    mutable int summaries = 0;
    Result<store::Summary> summary() const override {
        ++summaries;
        return FakeReader::summary();
    }
};

class BrokenReader : public support::FakeReader {
public:
    bool has_summary = true;
    Result<store::Summary> summary() const override {
        if (has_summary) return FakeReader::summary();
        return fail(ErrorCode::Unreadable, "/home/me/registry: the disk is gone");
    }
    Result<store::StoredRecord> get(store::NctId) const override {
        return fail(ErrorCode::Corrupt, "/home/me/registry: page 7 is torn");
    }
};

TEST(Api, EmptyRegistryHasAVersionWithoutADay) {
    const support::FakeReader empty;
    const Response response = Api(empty).handle(get("/api/v2/version"));
    EXPECT_EQ(response.status, 200);
    EXPECT_EQ(response.body, R"({"apiVersion":"2.0.5"})");
    EXPECT_TRUE(response.etag.starts_with("\"no-day-0-")) << response.etag;
}

TEST(Api, EntityTagIsTheSameForEveryUrlAndAnotherForOtherData) {
    support::FakeReader reader;
    reader.add(kStudy);
    const Api before(reader);
    const std::string tag = before.handle(get("/api/v2/version")).etag;
    EXPECT_TRUE(tag.starts_with("\"2025-12-24-1-")) << tag;
    EXPECT_EQ(before.handle(get("/api/v2/studies/NCT00000001")).etag, tag);
    EXPECT_EQ(before.handle(get("/api/v2/studies/metadata")).etag, tag);
    reader.add(kStudy);
    EXPECT_NE(Api(reader).handle(get("/api/v2/version")).etag, tag);
}

TEST(Api, StoreIsNotCountedThroughForEveryRequest) {
    CountingReader reader;
    reader.add(kStudy);
    const Api api(reader);
    for (int i = 0; i < 1000; ++i) EXPECT_EQ(api.handle(get("/api/v2/studies/NCT00000001")).status, 200);
    EXPECT_LT(reader.summaries, 100);
}

TEST(Api, BrokenStoreIsA500WhoseReasonStaysInside) {
    BrokenReader reader;
    for (const bool has_summary : {true, false}) {
        reader.has_summary = has_summary;
        const Response response = Api(reader).handle(get("/api/v2/studies/NCT00000001"));
        EXPECT_EQ(response.status, 500);
        EXPECT_EQ(response.body.find("/home"), std::string::npos);
        EXPECT_NE(response.note.find("/home/me/registry"), std::string::npos);
        EXPECT_TRUE(response.etag.empty());
    }
}

TEST(Api, SeveralThreadsAskAtOnce) {
    support::ScratchRegistry registry;
    registry.add({kStudy});
    const Api api(registry.store());
    std::vector<std::thread> threads;
    std::atomic<int> good{0};
    for (const char* path : {"/api/v2/studies/NCT00000001", "/api/v2/version", "/api/v2/studies/metadata",
                             "/api/v2/studies/enums", "/api/v2/studies/search-areas", "/api/v2/studies/NCT00000001"}) {
        threads.emplace_back([&api, &good, path] {
            for (int i = 0; i < 50; ++i) good += api.handle(get(path)).status == 200 ? 1 : 0;
        });
    }
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(good, 300);
}

TEST(SpreadJson, ObjectsBreakLinesAndListsDoNot) {
    EXPECT_EQ(spread_json(R"([{"a":"x,{\"y\":[1]}","b":[1,2],"c":{},"d":[],"e":[{"f":null},{"g":[[]]}]},true])"),
              "[ {\n"
              "  \"a\" : \"x,{\\\"y\\\":[1]}\",\n"
              "  \"b\" : [ 1, 2 ],\n"
              "  \"c\" : { },\n"
              "  \"d\" : [ ],\n"
              "  \"e\" : [ {\n"
              "    \"f\" : null\n"
              "  }, {\n"
              "    \"g\" : [ [ ] ]\n"
              "  } ]\n"
              "}, true ]");
    EXPECT_EQ(spread_json("{}"), "{ }");
    EXPECT_EQ(spread_json("7"), "7");
}

} // namespace
} // namespace trialdex::api
