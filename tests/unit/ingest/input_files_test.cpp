// Which files an import's arguments mean.
#include "ingest/input_files.h"
#include "support/temporary_folder.h"

#include <gmock/gmock.h>
#include <sys/stat.h>

namespace trialdex::ingest {
namespace {

using support::TemporaryFolder;
using testing::ElementsAre;
using testing::HasSubstr;

// Paths below the folder; with the reason behind where one is refused.
std::vector<std::string> walked(const std::string& root, const std::vector<std::string>& arguments) {
    std::vector<std::string> found;
    InputFiles files(arguments);
    while (const auto file = files.next()) {
        std::string path = file->path.starts_with(root) ? file->path.substr(root.size()) : file->path;
        found.push_back(file->refused.empty() ? path : path + ": " + file->refused);
    }
    return found;
}

TEST(InputFiles, WalksFoldersInNameOrder) {
    const TemporaryFolder folder;
    for (const char* name : {"b/2", "b/10", "a", "c/d/e", ".hidden", "b/.git/x"}) folder.write(name, "x");
    EXPECT_THAT(walked(folder.path(), {folder.path()}), ElementsAre("/a", "/b/10", "/b/2", "/c/d/e"));
    EXPECT_THAT(walked(folder.path(), {folder.path() + "/"}), ElementsAre("/a", "/b/10", "/b/2", "/c/d/e"));
    EXPECT_THAT(walked(folder.path(), {folder.path("b"), "-", folder.path("a"), folder.path("none")}),
                ElementsAre("/b/10", "/b/2", "-", "/a", "/none"));
}

TEST(InputFiles, FollowsLinksAndVisitsAFolderOnce) {
    const TemporaryFolder folder, elsewhere;
    folder.write("a/file", "x");
    elsewhere.write("far", "x");
    std::filesystem::create_directory_symlink(folder.path(), folder.path("a/up"));
    std::filesystem::create_directory_symlink(folder.path("a"), folder.path("b"));
    std::filesystem::create_directory_symlink(elsewhere.path(), folder.path("c"));
    std::filesystem::create_symlink(folder.path("a/file"), folder.path("d"));
    std::filesystem::create_symlink(folder.path("nowhere"), folder.path("e"));
    std::filesystem::create_symlink(folder.path("f"), folder.path("f")); // to itself
    const auto files = walked(folder.path(), {folder.path()});
    ASSERT_EQ(files.size(), 5U);
    EXPECT_THAT(std::vector(files.begin(), files.begin() + 3), ElementsAre("/a/file", "/c/far", "/d"));
    EXPECT_THAT(files[3], HasSubstr("/e: cannot be opened: No such file"));
    EXPECT_THAT(files[4], HasSubstr("/f: cannot be opened: Too many levels of symbolic links"));
}

TEST(InputFiles, ReportsWhatIsNeitherFileNorFolderAndEmptyFolders) {
    const TemporaryFolder folder;
    ASSERT_EQ(mkfifo(folder.path("pipe").c_str(), 0600), 0);
    EXPECT_THAT(walked(folder.path(), {folder.path()}), ElementsAre("/pipe: is neither a file nor a folder"));
    const TemporaryFolder empty;
    EXPECT_THAT(walked(empty.path(), {empty.path()}), ElementsAre(": the folder holds no files"));
}

TEST(InputFiles, AddsUpWhatThereIsToRead) {
    const TemporaryFolder folder;
    folder.write("a", "12345");
    folder.write("b/c", "123");
    const std::vector<std::string> arguments = {folder.path(), folder.path("a")};
    const InputTotals totals = totals_of(arguments);
    EXPECT_EQ(totals.files, 3U);
    EXPECT_EQ(totals.bytes, 13U);
    EXPECT_TRUE(totals.size_known);
    EXPECT_FALSE(totals_of(std::vector<std::string>{folder.path("a"), "-"}).size_known);
}

} // namespace
} // namespace trialdex::ingest
