// What each command takes and its exit code: 0 done, 1 done with some records refused, 2 wrong usage, 3 failed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace trialdex::cli {

inline constexpr int kDone = 0;
inline constexpr int kSomeRefused = 1;
inline constexpr int kWrongUsage = 2;
inline constexpr int kFailed = 3;

struct ImportCommand {
    std::string data;
    std::vector<std::string> files;
    std::size_t max_record_mb = 32;
    bool json = false;
    bool quiet = false;
    bool index = true; // bring the search index up to date at the end
};

struct DemoCommand {
    std::string data;
    std::uint64_t studies = 2000;
    std::string out; // a file instead of the registry; "-" is standard output
};

struct ServeCommand {
    std::string data;
    std::string host = "127.0.0.1";
    std::uint16_t port = 8080;
    std::size_t workers = 3;
    std::size_t cache_mb = 64; // answers to searches that are kept; 0: none
    bool quiet = false;
};

struct ShowCommand {
    std::string data;
    std::string id;
    std::string path;
    std::uint32_t version = 0; // 0: the current one
    bool json = false;
};

struct CheckCommand {
    std::string data;
};

struct CheckResultsCommand {
    std::string data;
    std::vector<std::string> ids; // "-": more of them from standard input
    bool all = false;             // studies with results; those without findings are not printed
    bool json = false;            // a line a study
};

struct IndexCommand {
    std::string data;
    bool anew = false;
    unsigned threads = 2;
    bool json = false;
    bool quiet = false;
};

struct SearchCommand {
    std::string data;
    std::string expression;
    std::string area = "BasicSearch";
    std::uint32_t limit = 10;
    std::string explain; // a study's number
    bool synonyms = true;
    bool json = false;
    std::string run;            // topics file: write a TREC run instead
    std::string field = "text"; // of a topic
    std::string tag = "trialdex";
};

struct RelatedCommand {
    std::string data;
    std::string id;      // a study's number
    std::string draft;   // or a file with a record that is not in the registry
    std::string weights; // "condition:2,design:0"
    std::uint32_t limit = 10;
    bool json = false;
    std::string run; // topics file: write a TREC run instead
    std::string tag = "trialdex";
};

struct StatsCommand {
    std::string data;
    bool json = false;
};

enum class VocabularyAction { Add, List, Remove };

struct VocabularyCommand {
    std::string data;
    VocabularyAction action = VocabularyAction::List;
    std::string file; // to add; the name of one to remove
};

int run_import(const ImportCommand& command);
int run_demo(const DemoCommand& command);
int run_serve(const ServeCommand& command);
int run_show(const ShowCommand& command);
int run_check(const CheckCommand& command);
int run_check_results(const CheckResultsCommand& command);
int run_index(const IndexCommand& command);
int run_search(const SearchCommand& command);
int run_related(const RelatedCommand& command);
int run_stats(const StatsCommand& command);
int run_vocabulary(const VocabularyCommand& command);

// $TRIALDEX_DATA, else the user's data folder ($XDG_DATA_HOME or ~/.local/share, then /trialdex).
std::string default_data_folder();

} // namespace trialdex::cli
