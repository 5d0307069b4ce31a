// The profiles of an index are those of the records: after a build of several runs, and after an increment. And what
// changed in the store since is read from there.
#include "index/profiles/profile_bytes.h"
#include "related/changed_since.h"
#include "related/finder.h"
#include "scratch/index_kit.h"
#include "support/kept_profile.h"

#include <gmock/gmock.h>

namespace trialdex::scratch {
namespace {

using study::NctId;

void expect_profiles_of_records(IndexedRegistry& indexed, std::size_t studies) {
    const auto snapshot = index::open_newest(indexed.registry.folder());
    ASSERT_TRUE(snapshot) << snapshot.error().message;
    std::size_t compared = 0;
    for (const auto& part : (*snapshot)->parts) {
        for (std::uint32_t study = 0; study < part.segment->studies(); ++study) {
            if (part.deleted.size() > 0 && part.deleted.test(study)) continue;
            const auto stored = indexed.registry.store().get(NctId(part.segment->ids[study]));
            ASSERT_TRUE(stored);
            const auto document = study::Document::parse(stored->json);
            ASSERT_TRUE(document);
            const auto read = index::read_profile(part.segment->profiles.of(study), index::ProfilePart::Whole);
            ASSERT_TRUE(read) << stored->id.text();
            const index::Profile whole = index::profile_of(document->root());
            EXPECT_TRUE(*read == support::kept(whole)) << stored->id.text();
            EXPECT_TRUE(index::profile_of(document->root(), &*read) == whole) << stored->id.text();
            ++compared;
        }
    }
    EXPECT_EQ(compared, studies);
}

TEST(Profiles, AreThoseOfTheRecords) {
    IndexedRegistry indexed;
    indexed.add_demo(0, 200);
    index::BuildOptions options;
    options.run_bytes = 1 << 20; // several runs
    indexed.build(options);
    expect_profiles_of_records(indexed, 200);
    indexed.add_demo(200, 10);
    indexed.change(3, "Zorblatt");
    indexed.update();
    expect_profiles_of_records(indexed, 210);
}

TEST(ChangedSince, HoldsWhatTheIndexDoesNotKnowYet) {
    IndexedRegistry indexed;
    indexed.add_demo(0, 5);
    const auto& store = indexed.registry.store();
    const related::ChangedSince changed(store, store.summary().value().last_sequence);
    const auto before = changed.look();
    ASSERT_TRUE(before);
    EXPECT_FALSE(changed.holds(NctId(demo::kFirstNumber + 3)));
    indexed.change(3, "Zorblatt");
    const auto after = changed.look();
    ASSERT_TRUE(after);
    EXPECT_GT(*after, *before);
    EXPECT_TRUE(changed.holds(NctId(demo::kFirstNumber + 3)));
    EXPECT_FALSE(changed.holds(NctId(demo::kFirstNumber + 2)));
    EXPECT_EQ(*changed.look(), *after);
}

// A card shows what the record says, not what it said when the index was built; so does a first answer that is kept.
TEST(Profiles, OfChangedStudiesComeFromTheirRecords) {
    IndexedRegistry indexed;
    indexed.add_demo(0, 30);
    indexed.build();
    const auto live = indexed.open();
    const auto finder = related::make_finder(live->current(), indexed.registry.store());
    related::Question question;
    question.id = NctId(demo::kFirstNumber + 1);
    const auto before = finder->find(question);
    ASSERT_TRUE(before);
    ASSERT_FALSE(before->related.empty());
    const NctId shown = before->related[0].id;
    indexed.change(shown.number() - demo::kFirstNumber, "Zorblatt");
    const auto after = finder->find(question);
    ASSERT_TRUE(after);
    const auto found = std::find_if(after->related.begin(), after->related.end(),
                                    [&](const related::Related& trial) { return trial.id == shown; });
    ASSERT_NE(found, after->related.end());
    EXPECT_THAT(found->brief.title, testing::StartsWith("Zorblatt"));
}

} // namespace
} // namespace trialdex::scratch
