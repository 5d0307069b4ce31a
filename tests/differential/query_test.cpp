// Totals, choices, facet counts, orders and pages: whole random queries, asked of both sides.
#include "differential/world.h"

#include <algorithm>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <set>

namespace trialdex::differential {

namespace {

constexpr std::uint32_t kEveryValue = 1'000'000;

std::vector<World*> worlds() {
    std::vector<World*> all = {&demo_world()};
    if (World* real = real_world(); real != nullptr) all.push_back(real);
    return all;
}

class RandomQueries {
public:
    RandomQueries(World& world, std::uint64_t first_seed) : world_(world), expressions_(world.expressions(first_seed)) {
        const oracle::Query everything;
        for (const schema::Facet& facet : schema::facets()) {
            for (const auto& [key, count] : world.registry().facet_counts(everything, facet)) {
                keys_[std::string(facet.id)].push_back(key);
            }
        }
    }

    // Up to two clauses, up to three facets with one to three keys each.
    Question next() {
        Question question;
        for (std::size_t left = draws().below(3); left > 0; --left) {
            question.clauses.push_back(print(expressions_.next()));
        }
        std::set<std::string> taken;
        for (std::size_t left = draws().below(4); left > 0; --left) {
            const schema::Facet& facet = schema::facets()[draws().below(schema::facets().size())];
            if (taken.insert(std::string(facet.id)).second) question.choices.push_back(choice(facet));
        }
        return question;
    }

    oracle::Draws& draws() { return expressions_.draws(); }

private:
    oracle::Choice choice(const schema::Facet& facet) {
        oracle::Choice choice{std::string(facet.id), {}};
        const auto& keys = keys_[choice.facet];
        for (std::size_t left = 1 + draws().below(3); left > 0; --left) {
            const bool unknown = keys.empty() || draws().one_in(15);
            choice.keys.push_back(unknown ? "na" : draws().one_of(keys)); // "na" is no key of any
        }
        return choice;
    }

    World& world_;
    oracle::RandomExpressions expressions_;
    std::map<std::string, std::vector<std::string>> keys_;
};

std::string described(const Question& question) {
    std::string text;
    for (const std::string& clause : question.clauses) text += "clause " + clause + "\n";
    for (const oracle::Choice& choice : question.choices) {
        text += fmt::format("choice {}: {}\n", choice.facet, fmt::join(choice.keys, " | "));
    }
    return text;
}

std::map<std::string, std::uint64_t> counted(const search::FacetCounts& facet) {
    std::map<std::string, std::uint64_t> counts;
    for (const search::FacetValue& value : facet.values) counts[value.key] = value.count;
    return counts;
}

// Open lists name what occurs; a chosen key is there even at 0.
void drop_zeros(std::map<std::string, std::uint64_t>& counts) {
    std::erase_if(counts, [](const auto& entry) { return entry.second == 0; });
}

void check_order(const schema::Facet& facet, const search::FacetCounts& counts) {
    if (facet.kind == schema::FacetKind::Choices) {
        ASSERT_EQ(counts.values.size(), facet.choices.size());
        for (std::size_t i = 0; i < facet.choices.size(); ++i) EXPECT_EQ(counts.values[i].key, facet.choices[i].key);
        return;
    }
    for (std::size_t i = 1; i < counts.values.size(); ++i) {
        EXPECT_GE(counts.values[i - 1].count, counts.values[i].count) << facet.id;
    }
}

void check_facets(World& world, const Question& question, const search::Answer& answer) {
    ASSERT_EQ(answer.facets.size(), schema::facets().size());
    const oracle::Query query = world.oracle_query(question);
    for (std::size_t i = 0; i < schema::facets().size(); ++i) {
        const schema::Facet& facet = schema::facets()[i];
        EXPECT_EQ(answer.facets[i].id, facet.id);
        check_order(facet, answer.facets[i]);
        auto engine = counted(answer.facets[i]);
        auto oracle = world.registry().facet_counts(query, facet);
        drop_zeros(engine);
        drop_zeros(oracle);
        EXPECT_EQ(engine, oracle) << facet.id;
    }
}

TEST(Queries, TotalsAndFacets) {
    for (World* world : worlds()) {
        RandomQueries random(*world, seed());
        for (int i = 0; i < rounds(100) && !testing::Test::HasFailure(); ++i) {
            const Question question = random.next();
            SCOPED_TRACE(fmt::format("seed {}, query {}\n{}", seed(), i, described(question)));
            search::Query query = Engine::query(question);
            for (const schema::Facet& facet : schema::facets()) query.facets.emplace_back(facet.id);
            query.facet_values = kEveryValue;
            const auto answer = world->engine().searcher().search(query);
            if (!answer && answer.error().code == ErrorCode::TooLarge) continue;
            ASSERT_TRUE(answer) << answer.error().message;
            EXPECT_EQ(answer->total, world->by_oracle(question).size());
            EXPECT_EQ(world->compare(question).disagreement, "");
            check_facets(*world, question, *answer);
        }
    }
}

TEST(Queries, OnlyIdsSwitchEverythingElseOff) {
    World& world = demo_world();
    Question question;
    question.clauses = {"AREA[Phase]MISSING AND NOT ALL"};
    question.choices = {{"status", {"rec"}}};
    for (const std::size_t index : {3U, 17U, 250U}) {
        question.only_ids.push_back(world.registry().studies()[index].id);
    }
    question.only_ids.push_back(study::NctId(1)); // nobody's
    EXPECT_EQ(world.compare(question).disagreement, "");
    EXPECT_EQ(world.by_oracle(question).size(), 3U);
}

std::vector<const schema::Node*> sortable_nodes() {
    std::vector<const schema::Node*> nodes;
    for (const schema::Node& node : schema::nodes()) {
        bool below_list = node.list;
        for (const schema::Node* above = schema::parent_of(node); above != nullptr; above = schema::parent_of(*above)) {
            below_list = below_list || above->list;
        }
        if (oracle::is_on_line(node) && !below_list) nodes.push_back(&node);
    }
    return nodes;
}

std::vector<study::NctId> ids_of(const std::vector<const oracle::Study*>& studies) {
    std::vector<study::NctId> ids;
    for (const oracle::Study* study : studies) ids.push_back(study->id);
    return ids;
}

TEST(Queries, OrdersByEveryPiece) {
    for (World* world : worlds()) {
        RandomQueries random(*world, seed() + 1);
        for (const schema::Node* node : sortable_nodes()) {
            for (const bool ascending : {true, false}) {
                Question question;
                if (random.draws().one_in(2)) question = random.next();
                SCOPED_TRACE(fmt::format("{} {}\n{}", node->piece, ascending ? "up" : "down", described(question)));
                search::Query query = Engine::query(question);
                query.sort = {{search::SortItem::By::Piece, node, ascending}};
                const auto engine = world->engine().all_pages(query, 100);
                if (!engine && engine.error().code == ErrorCode::TooLarge) continue;
                ASSERT_TRUE(engine) << engine.error().message;
                auto oracle = world->registry().matching(world->oracle_query(question));
                oracle::sort_by_piece(oracle, *node, ascending);
                EXPECT_EQ(*engine, ids_of(oracle));
            }
        }
    }
}

TEST(Queries, OrderByDistance) {
    for (World* world : worlds()) {
        for (const bool ascending : {true, false}) {
            search::Query query = Engine::query({});
            query.near = search::Expression::Circle{42.36, -71.06, 0};
            query.sort = {{search::SortItem::By::Distance, nullptr, ascending}};
            const auto engine = world->engine().all_pages(query, 1000);
            ASSERT_TRUE(engine) << engine.error().message;
            auto oracle = world->registry().matching({});
            oracle::sort_by_distance(oracle, query.near->latitude, query.near->longitude, ascending);
            EXPECT_EQ(*engine, ids_of(oracle));
        }
    }
}

// A client that got a full page asks for one more.
TEST(Queries, ThePageAfterTheLastIsEmpty) {
    for (const std::uint64_t offset : {std::uint64_t{400}, std::uint64_t{401}, UINT64_MAX}) {
        search::Query query = Engine::query({});
        query.offset = offset;
        const auto page = demo_world().engine().searcher().search(query);
        ASSERT_TRUE(page) << page.error().message;
        EXPECT_EQ(page->total, 400U);
        EXPECT_TRUE(page->hits.empty());
    }
}

// By relevance there is no second opinion on the order, but no page may lose or repeat a study.
TEST(Queries, PagesAreTheWholeResult) {
    for (World* world : worlds()) {
        RandomQueries random(*world, seed() + 2);
        for (int i = 0; i < rounds(100); ++i) {
            const Question question = random.next();
            SCOPED_TRACE(described(question));
            search::Query query = Engine::query(question);
            query.sort.clear();
            const auto page_size = static_cast<std::uint32_t>(1 + random.draws().below(150));
            auto paged = world->engine().all_pages(query, page_size);
            if (!paged && paged.error().code == ErrorCode::TooLarge) continue;
            ASSERT_TRUE(paged) << paged.error().message;
            const auto whole = world->engine().all_pages(query, 1000);
            ASSERT_TRUE(whole) << whole.error().message;
            EXPECT_EQ(*paged, *whole) << "pages of " << page_size;
            std::sort(paged->begin(), paged->end());
            EXPECT_EQ(*paged, world->by_oracle(question));
        }
    }
}

// Who asks for no total gets the same hits, found by other ways: from the best down, by what can still be reached.
TEST(Queries, TheBestAreTheSameWithoutATotal) {
    const std::vector<std::string> words{"study", "patients", "treatment", "participants",     "placebo",
                                         "weeks", "disease",  "safety",    "\"double blind\"", "\"in the study\""};
    for (World* world : worlds()) {
        for (const std::string& one : words) {
            for (const std::string& other : words) {
                Question question;
                question.clauses = {one == other ? one : one + " AND " + other};
                if (one < other) question.clauses = {one, other};
                search::Query query = Engine::query(question);
                query.sort.clear();
                for (const std::uint32_t limit : {1U, 2U, 3U}) {
                    SCOPED_TRACE(fmt::format("{} with {}, best {}", one, other, limit));
                    query.limit = limit;
                    query.total = true;
                    const auto all = world->engine().searcher().search(query);
                    query.total = false;
                    const auto best = world->engine().searcher().search(query);
                    ASSERT_TRUE(all && best);
                    ASSERT_EQ(all->hits.size(), best->hits.size());
                    for (std::size_t i = 0; i < all->hits.size(); ++i) {
                        EXPECT_EQ(all->hits[i].id, best->hits[i].id);
                        EXPECT_EQ(all->hits[i].score, best->hits[i].score);
                    }
                    EXPECT_LE(best->total, all->total);
                    EXPECT_GE(best->total, best->hits.size());
                }
            }
        }
    }
}

} // namespace

} // namespace trialdex::differential
