// A visitor that follows every link of the site from /modules and the study pages: nothing is dead, nothing is blank,
// and every structure of every record is reached.
#include "study/node_path.h"
#include "support/fake_reader.h"
#include "support/shared_data.h"
#include "support/site_client.h"
#include "support/whole_record.h"
#include "support/zst_lines.h"

#include <gtest/gtest.h>
#include <map>
#include <set>

namespace trialdex {
namespace {

using study::Value;

class Crawler {
public:
    explicit Crawler(const web::Site& site) : site_(site) {}

    void crawl(const std::string& from) {
        open(from);
        while (!open_.empty() && !testing::Test::HasFailure()) {
            const std::string target = open_.back();
            open_.pop_back();
            visit(target);
        }
        for (const auto& [anchor, from_page] : anchors_) {
            const std::size_t hash = anchor.find('#');
            const auto page = ids_.find(anchor.substr(0, hash));
            if (page == ids_.end()) continue;
            EXPECT_TRUE(page->second.contains(anchor.substr(hash + 1))) << anchor << " on " << from_page;
        }
    }

    bool reached(const std::string& target) const { return seen_.contains(target); }
    std::size_t pages() const { return ids_.size(); }

private:
    void open(const std::string& target) {
        if (seen_.insert(target).second) open_.push_back(target);
    }

    void visit(const std::string& target) {
        const api::Response response = support::get(site_, target);
        if (response.status == 301) return open(response.location.substr(0, response.location.find('#')));
        ASSERT_EQ(response.status, 200) << target << " from " << from_[target];
        if (!response.content_type.starts_with("text/html")) return;
        check(target, response.body);
        for (const std::string& href : support::attributes(response.body, "href")) follow(target, href);
    }

    void follow(const std::string& page, std::string href) {
        if (href.starts_with("http") || href.starts_with("mailto:") || href.starts_with("/api/")) return;
        if (href.starts_with('?')) href.insert(0, page.substr(0, page.find('?')));
        if (href.starts_with('#')) href.insert(0, page);
        ASSERT_TRUE(href.starts_with('/')) << href << " on " << page;
        const std::size_t hash = href.find('#');
        if (hash != std::string::npos) anchors_.emplace(href, page);
        from_.emplace(href.substr(0, hash), page);
        open(href.substr(0, hash));
    }

    void check(const std::string& target, const std::string& body) {
        std::set<std::string>& ids = ids_[target];
        for (const std::string& id : support::attributes(body, "id")) {
            EXPECT_TRUE(ids.insert(id).second) << "twice: id " << id << " on " << target;
        }
        for (const std::string_view blank :
             {"<td></td>", "<th></th>", "<dd></dd>", "<dt></dt>", "<li></li>", "\"></a>", "<h1></h1>", "<h2></h2>",
              "<h3></h3>", "<p></p>", "<summary></summary>", "\"></td>", "\"></dd>", "\"></span>", ">None<", ">null<",
              "<td>-</td>", "<dd>-</dd>", "href=\"\""}) {
            EXPECT_EQ(body.find(blank), std::string::npos) << blank << " on " << target;
        }
    }

    const web::Site& site_;
    std::set<std::string> seen_;
    std::vector<std::string> open_;
    std::map<std::string, std::string> from_;
    std::map<std::string, std::set<std::string>> ids_;
    std::map<std::string, std::string> anchors_;
};

// Addresses of all nodes below `value` that have pages.
void each_page(Value value, const schema::Node* node, bool at_top, const std::string& path,
               const std::function<void(const std::string&)>& visit) {
    std::size_t index = 0;
    for (Value below : value) {
        const bool is_list = value.is_array();
        const schema::Node* below_node = is_list ? node : study::member_node(node, at_top, below.key());
        const std::string below_path =
            is_list ? study::element_path(path, index++) : study::child_path(path, below.key());
        if (!study::has_own_page(below_node, below)) continue;
        visit(below_path);
        each_page(below, below_node, false, below_path, visit);
    }
}

// The crawl reached every node of every record of `store`.
std::size_t expect_all_reached(const Crawler& crawler, const store::Reader& store) {
    std::size_t nodes = 0;
    const auto all = store.for_each([&](const store::StoredRecord& stored) {
        const auto document = study::Document::parse(stored.json);
        each_page(document->root(), nullptr, true, "", [&](const std::string& path) {
            ++nodes;
            const std::string target = "/study/" + stored.id.text() + "/" + path;
            EXPECT_TRUE(crawler.reached(target)) << target;
        });
        return !testing::Test::HasFailure();
    });
    EXPECT_TRUE(all.has_value());
    return nodes;
}

TEST(Crawl, ReachesEveryNodeOfARecordThatHoldsTheWholeSchema) {
    support::FakeReader store;
    store.add(support::whole_record("NCT00000007"));
    const web::Site site(store, {[] { return store::Milliseconds{1'766'620'000'000}; }});
    Crawler crawler(site);
    crawler.crawl("/");
    crawler.crawl("/compare?ids=NCT00000007");
    EXPECT_GT(expect_all_reached(crawler, store), 400U);
}

TEST(Crawl, ReachesEveryNodeOfFiftyRealStudies) {
    const auto file = support::shared_file("data/ctgov/studies.ndjson.zst");
    if (!file) GTEST_SKIP() << "no shared data beside the checkout";
    constexpr std::size_t kStudies = 50;
    constexpr std::size_t kWithResults = 20;
    constexpr std::size_t kLargest = 60'000; // of one record: the crawl is to take seconds
    support::FakeReader store;
    std::size_t taken = 0;
    std::size_t with_results = 0;
    ASSERT_TRUE(support::each_zst_line(*file, [&](const std::string& line) {
        const bool has_results = line.find("\"resultsSection\"") != std::string::npos;
        const bool has_room =
            has_results ? with_results < kWithResults : taken - with_results < kStudies - kWithResults;
        if (line.size() > kLargest || !has_room) return true;
        store.add(line);
        with_results += has_results ? 1 : 0;
        return ++taken < kStudies;
    }));
    EXPECT_EQ(taken, kStudies);
    const web::Site site(store, {[] { return store::Milliseconds{1'766'620'000'000}; }});
    Crawler crawler(site);
    crawler.crawl("/modules");
    EXPECT_GT(expect_all_reached(crawler, store), 5'000U);
    RecordProperty("pages", static_cast<int>(crawler.pages()));
}

} // namespace
} // namespace trialdex
