// Runs all case files over one registry, from the request's target to the head and body of the reply; no sockets.
#include "api/api.h"
#include "cases/case_file.h"
#include "http/reply.h"
#include "http/target.h"
#include "index/index.h"
#include "support/scratch_registry.h"
#include "web/site.h"

#include <filesystem>
#include <gtest/gtest.h>
#include <memory>
#include <stdexcept>

namespace trialdex::cases {
namespace {

const std::string kFolder = TRIALDEX_SOURCE_DIR "/tests/cases";

// The site and the API as `serve` puts them together, over the records of records.ndjson.
class World final : public api::Handler {
public:
    World() {
        registry_.add_file(kFolder + "/records.ndjson");
        if (const auto built = index::build(registry_.folder(), registry_.store(), {}); !built) {
            throw std::runtime_error(built.error().message);
        }
        auto opened = search::open_index(registry_.folder(), registry_.store());
        if (!opened) throw std::runtime_error(opened.error().message);
        index_ = std::move(*opened);
        api_ = std::make_unique<api::Api>(registry_.store(), index_.get());
        site_ = std::make_unique<web::Site>(registry_.store(), web::SiteOptions{[] { return kNow; }}, index_.get());
    }

    api::Response handle(const api::Request& request) const override {
        return request.path.starts_with("/api/") ? api_->handle(request) : site_->handle(request);
    }

private:
    static constexpr store::Milliseconds kNow = 1'766'700'000'000; // 25 December 2025, the day after the records'

    support::ScratchRegistry registry_;
    std::unique_ptr<search::LiveIndex> index_;
    std::unique_ptr<api::Api> api_;
    std::unique_ptr<web::Site> site_;
};

std::string lower(std::string text) {
    for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return text;
}

// The value of a header in a reply's head, or nullopt.
std::optional<std::string> header_of(const http::Reply& reply, const std::string& name) {
    const std::string head = lower(reply.head);
    const std::size_t at = head.find("\r\n" + lower(name) + ": ");
    if (at == std::string::npos) return std::nullopt;
    const std::size_t value = at + name.size() + 4;
    return reply.head.substr(value, reply.head.find("\r\n", value) - value);
}

void check(const Expectation& expected, const http::Reply& reply) {
    if (expected.what == "body") {
        EXPECT_EQ(reply.body, expected.text);
    } else if (expected.what == "body has") {
        EXPECT_NE(reply.body.find(expected.text), std::string::npos) << "not in the body: " << expected.text << "\n"
                                                                     << reply.body.substr(0, 2000);
    } else if (expected.what == "body lacks") {
        EXPECT_EQ(reply.body.find(expected.text), std::string::npos) << "in the body: " << expected.text;
    } else if (expected.text.ends_with('*')) {
        const std::string start = expected.text.substr(0, expected.text.size() - 1);
        EXPECT_TRUE(header_of(reply, expected.what).value_or("").starts_with(start)) << reply.head;
    } else {
        EXPECT_EQ(header_of(reply, expected.what).value_or(""), expected.text) << "header " << expected.what;
    }
}

void run(const World& world, const Case& one) {
    auto target = http::parse_target(one.target);
    ASSERT_TRUE(target) << target.error().message;
    api::Request request{one.method, target->path, target->raw, target->query, {}, {}, {}};
    for (const auto& [name, value] : one.headers) {
        ASSERT_EQ(name, "If-None-Match") << "the only header that handlers see";
        request.if_none_match = value;
    }
    const http::Reply reply = http::answer(world, request, false);
    EXPECT_EQ(reply.status, one.status) << reply.body.substr(0, 500);
    for (const Expectation& expected : one.expectations) check(expected, reply);
}

class Cases : public testing::TestWithParam<std::string> {};

TEST_P(Cases, Hold) {
    static const World world;
    for (const Case& one : read_cases(GetParam())) {
        SCOPED_TRACE(GetParam() + ":" + std::to_string(one.line) + ":" + one.title);
        run(world, one);
    }
}

std::vector<std::string> case_files() {
    std::vector<std::string> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(kFolder)) {
        if (entry.path().extension() == ".case") files.push_back(entry.path().string());
    }
    std::sort(files.begin(), files.end());
    return files;
}

INSTANTIATE_TEST_SUITE_P(Files, Cases, testing::ValuesIn(case_files()), [](const auto& file) {
    std::string name = std::filesystem::relative(file.param, kFolder).replace_extension().string();
    for (char& c : name) c = std::isalnum(static_cast<unsigned char>(c)) != 0 ? c : '_';
    return name;
});

} // namespace
} // namespace trialdex::cases
