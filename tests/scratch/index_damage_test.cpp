// What a disk may do to the files of an index: bytes turned over, files cut short. Opening refuses with a message, or
// every question is answered, rightly or wrongly; that the test ends is the test. TRIALDEX_DAMAGE sets how many rounds
// each kind of file gets instead of 15 (a thousand under the address sanitizer take some minutes).
#include "index/index_folder.h"
#include "index/manifest.h"
#include "index/profiles/profile_bytes.h"
#include "index/segment/segment_writer.h"
#include "schema/facets.h"
#include "scratch/index_kit.h"
#include "search/engine.h"

#include <cstdlib>
#include <fcntl.h>
#include <gmock/gmock.h>
#include <random>
#include <unistd.h>

namespace trialdex::scratch {
namespace {

int rounds() {
    const char* set = std::getenv("TRIALDEX_DAMAGE");
    return set ? std::atoi(set) : 15;
}

// Enough studies for lists of every kind, a second segment, and deleted studies in the first.
class Damaged : public testing::Test {
protected:
    static void SetUpTestSuite() {
        indexed_ = std::make_unique<IndexedRegistry>();
        indexed_->add_demo(0, 150);
        indexed_->build();
        for (const std::uint64_t study : {1, 2, 3, 50, 149}) indexed_->change(study, "Zanzibar");
        indexed_->update();
        const std::string folder = indexed_->registry.folder();
        // The generation before would serve else.
        std::filesystem::remove(indexed_->index_file("manifest-1"));
        manifest_ = index::load_manifest(index::index_folder(folder), 2).value();
    }
    static void TearDownTestSuite() { indexed_.reset(); }

    static inline std::unique_ptr<IndexedRegistry> indexed_;
    static inline index::Manifest manifest_;

    std::mt19937 random_{static_cast<unsigned>(rounds())};
    std::size_t below(std::size_t bound) { return random_() % bound; }

    // Puts the bytes back when it goes.
    class Wounded {
    public:
        explicit Wounded(std::string path) : path_(std::move(path)) {
            std::ifstream file(path_, std::ios::binary);
            whole_.assign(std::istreambuf_iterator<char>(file), {});
        }
        Wounded(const Wounded&) = delete;
        Wounded& operator=(const Wounded&) = delete;
        ~Wounded() {
            if (cut_) std::ofstream(path_, std::ios::binary | std::ios::trunc) << whole_;
            for (const std::size_t at : flipped_) put(at, whole_[at]);
        }
        void flip(std::size_t at, char byte) {
            put(at, byte);
            flipped_.push_back(at);
        }
        void cut(std::size_t size) {
            std::filesystem::resize_file(path_, size);
            cut_ = true;
        }
        std::size_t size() const { return whole_.size(); }

    private:
        void put(std::size_t at, char byte) {
            const int file = ::open(path_.c_str(), O_WRONLY);
            EXPECT_EQ(::pwrite(file, &byte, 1, static_cast<off_t>(at)), 1);
            ::close(file);
        }
        std::string path_;
        std::string whole_;
        std::vector<std::size_t> flipped_;
        bool cut_ = false;
    };

    // True when the index opened. `words` are asked for beside the usual expressions.
    bool ask_everything(const std::vector<std::string>& words = {});
    void ask(const search::Engine& engine, search::Query query);

    void flip_section(std::string_view section);
};

void Damaged::ask(const search::Engine& engine, search::Query query) {
    query.limit = 5;
    query.near = query.decay ? query.decay->centre : search::Expression::Circle{};
    const auto answer = engine.search(query);
    if (!answer) {
        EXPECT_FALSE(answer.error().message.empty());
        return;
    }
    if (!answer->hits.empty()) static_cast<void>(engine.explain(query, answer->hits.front().id));
}

// The ways to put hits in order, each with its turn.
std::vector<search::SortItem> order(std::size_t turn) {
    using By = search::SortItem::By;
    switch (turn % 5) {
    case 0: return {};
    case 1: return {{By::Piece, schema::find_piece("StartDate"), false}, {By::Relevance, nullptr, false}};
    case 2: return {{By::Piece, schema::find_piece("EnrollmentCount"), true}};
    case 3: return {{By::Piece, schema::find_piece("Condition"), true}};
    default: return {{By::Distance, nullptr, true}};
    }
}

search::Query words_query(const std::string& text, search::Coverage coverage, bool quoted) {
    search::Query query;
    search::Expression words;
    words.kind = search::Expression::Kind::Words;
    words.scope.area = search::find_area("BasicSearch");
    words.text = text;
    words.coverage = coverage;
    words.quoted = quoted;
    query.clauses.push_back({words, true});
    return query;
}

bool Damaged::ask_everything(const std::vector<std::string>& words) {
    auto snapshot = index::open_newest(indexed_->registry.folder());
    if (!snapshot) {
        EXPECT_NE(snapshot.error().message.find('/'), std::string::npos)
            << "names no file: " << snapshot.error().message;
        return false;
    }
    for (const auto& part : (*snapshot)->parts) {
        for (std::uint32_t study = 0; study < part.segment->studies(); ++study)
            static_cast<void>(index::read_profile(part.segment->profiles.of(study), index::ProfilePart::Whole));
    }
    search::Engine engine(std::move(*snapshot), indexed_->registry.store());
    std::size_t turn = 0;
    for (const char* expression : kExpressions) {
        search::Query query = query_of(expression);
        query.sort = order(turn++);
        for (const schema::Facet& facet : schema::facets()) query.facets.emplace_back(facet.id);
        if (turn % 3 == 0) query.decay = search::GeoDecay{.centre = {48.85, 2.35, 1}};
        if (turn % 4 == 0) query.choices = {{"country", {"France"}}, {"phase", {"PHASE2"}}};
        ask(engine, std::move(query));
    }
    for (const std::string& word : words) {
        ask(engine, words_query(word, search::Coverage::Contains, false));
        ask(engine, words_query(word + " " + words.front(), search::Coverage::Contains, true));
        ask(engine, words_query("study " + word, search::Coverage::FullMatch, true));
    }
    for (const char* prefix : {"a", "can", "heart f", "nct9", "univ"}) static_cast<void>(engine.suggest(prefix, 10));
    for (const char* word : {"cancr", "hart", "zzzzzzz"}) static_cast<void>(engine.spelling(word));
    while (engine.check_some(1 << 20)) {
    }
    return true;
}

std::size_t offset_in(const index::SegmentFile& file, std::string_view bytes) {
    return static_cast<std::size_t>(bytes.data() - file.section(index::kIdsSection).data());
}

TEST_F(Damaged, TheIndexIsSoundToBeginWith) {
    ASSERT_TRUE(ask_everything({"cancer"}));
    const auto snapshot = index::open_newest(indexed_->registry.folder());
    ASSERT_EQ((*snapshot)->parts.size(), 2u);
    ASSERT_EQ((*snapshot)->parts[0].deleted.count(), 5u);
    const search::Engine engine(*snapshot, indexed_->registry.store());
    for (const char* expression : kExpressions)
        EXPECT_THAT(matches(engine, expression), testing::Not(testing::IsEmpty())) << expression;
}

// Manifest, deleted studies, synonyms: all of their bytes are checked when they are opened.
TEST_F(Damaged, SmallFilesAreRefused) {
    for (const std::string& name : {index::manifest_name(2), manifest_.parts[0].deleted, manifest_.synonyms}) {
        for (int round = 0; round < rounds(); ++round) {
            Wounded file(indexed_->index_file(name));
            if (below(3) == 0) {
                file.cut(below(file.size()));
            } else {
                const std::size_t at = below(file.size());
                file.flip(at, static_cast<char>(below(256)));
            }
            ask_everything();
        }
    }
    EXPECT_TRUE(ask_everything());
}

TEST_F(Damaged, CutSegmentsAreRefused) {
    for (const auto& part : manifest_.parts) {
        for (int round = 0; round < rounds(); ++round) {
            Wounded file(indexed_->index_file(part.segment));
            file.cut(below(2) == 0 ? below(file.size()) : file.size() - 1 - below(400));
            EXPECT_FALSE(ask_everything());
        }
    }
}

void Damaged::flip_section(std::string_view name) {
    const std::string path = indexed_->index_file(manifest_.parts[below(4) == 0 ? 1 : 0].segment);
    const auto sound = index::SegmentFile::open(path);
    ASSERT_TRUE(sound);
    const std::string_view section = sound->section(name);
    ASSERT_FALSE(section.empty()) << name;
    for (int round = 0; round < rounds(); ++round) {
        Wounded file(path);
        for (std::size_t flips = 1 + below(3); flips > 0; --flips) {
            const std::size_t bound = below(3) == 0 ? std::min<std::size_t>(section.size(), 200) : section.size();
            file.flip(offset_in(*sound, section) + below(bound), static_cast<char>(below(256)));
        }
        ask_everything();
    }
}

TEST_F(Damaged, FlippedIds) { flip_section(index::kIdsSection); }
TEST_F(Damaged, FlippedTerms) { flip_section(index::kTermsSection); }
TEST_F(Damaged, FlippedTermBlocks) { flip_section(index::kTermBlocksSection); }
TEST_F(Damaged, FlippedColumns) { flip_section(index::kColumnsSection); }
TEST_F(Damaged, FlippedValues) { flip_section(index::kValuesSection); }
TEST_F(Damaged, FlippedSites) { flip_section(index::kSitesSection); }
TEST_F(Damaged, FlippedNames) { flip_section(index::kNamesSection); }
TEST_F(Damaged, FlippedProfileStarts) { flip_section(index::kProfileStartsSection); }
TEST_F(Damaged, FlippedProfiles) { flip_section(index::kProfilesSection); }

TEST_F(Damaged, FlippedFootersAreRefused) {
    const std::string path = indexed_->index_file(manifest_.parts[0].segment);
    for (int round = 0; round < rounds(); ++round) {
        Wounded file(path);
        file.flip(file.size() - 1 - below(300), static_cast<char>(below(256)));
        ask_everything();
    }
}

// Flips where they hurt: at the heads of lists that are then asked for.
TEST_F(Damaged, FlippedPostings) {
    const std::string path = indexed_->index_file(manifest_.parts[0].segment);
    const auto sound = index::Segment::open(path);
    ASSERT_TRUE(sound);
    struct List {
        std::string term;
        std::size_t at, size;
    };
    std::vector<List> long_lists; // and those the usual expressions read
    for (index::Dictionary::Walk walk((*sound)->dictionary, ""); !walk.at_end(); walk.next()) {
        const bool word = static_cast<unsigned char>(walk.term()[0]) > 0x06;
        if (word && walk.list().count < 12) continue;
        long_lists.push_back(
            {word ? walk.term() : "", offset_in((*sound)->file, walk.list().bytes), walk.list().bytes.size()});
    }
    for (int round = 0; round < rounds() * 3; ++round) {
        Wounded file(path);
        std::vector<std::string> words;
        for (int lists = 0; lists < 12; ++lists) {
            const List& list = long_lists[below(long_lists.size())];
            const std::size_t bound = below(2) == 0 ? std::min<std::size_t>(list.size, 24) : list.size;
            file.flip(list.at + below(bound), static_cast<char>(below(256)));
            if (!list.term.empty()) words.push_back(list.term);
        }
        ask_everything(words);
    }
}

} // namespace
} // namespace trialdex::scratch
