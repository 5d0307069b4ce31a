#include "base/mapped_file.h"
#include "index/common_phrases.h"
#include "support/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace trialdex::index {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;

TEST(CommonPhrases, ComeBackAsTheyWereWritten) {
    const support::TemporaryFolder folder;
    const std::string path = folder.path("phrases-1");
    ASSERT_TRUE(write_common_phrases(path, CommonPhrases({"b c", "a * b", "b c"})));
    const auto read = read_common_phrases(path);
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_THAT(read->keys(), ElementsAre("a * b", "b c"));
    EXPECT_TRUE(read->holds("b c"));
    EXPECT_FALSE(read->holds("c b"));
}

TEST(CommonPhrases, DamageIsNamedWithItsFile) {
    const support::TemporaryFolder folder;
    const std::string path = folder.path("phrases-1");
    ASSERT_TRUE(write_common_phrases(path, CommonPhrases({"heart failur", "lung cancer"})));
    std::string bytes;
    {
        const auto file = MappedFile::open(path);
        bytes = file->bytes();
    }
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        std::string damaged = bytes;
        damaged[at] = static_cast<char>(damaged[at] ^ 1);
        folder.write("damaged", damaged);
        const auto read = read_common_phrases(folder.path("damaged"));
        ASSERT_FALSE(read) << at;
        EXPECT_THAT(read.error().message, HasSubstr("damaged is damaged"));
    }
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        folder.write("cut", bytes.substr(0, size));
        EXPECT_FALSE(read_common_phrases(folder.path("cut"))) << size;
    }
    EXPECT_FALSE(read_common_phrases(folder.path("absent")));
}

} // namespace

} // namespace trialdex::index
