// The peer's queries asked of our index, in the peer's form of report; see README.md.
//   search_bench index FOLDER                     builds the registry's index with the peer's area as a fast one
//   search_bench query FOLDER QUERIES REPEATS     per class: microseconds and total hits, for topk and for full
#include "base/keep_memory.h"
#include "index/index.h"
#include "peer_area.h"
#include "search/search.h"
#include "text/words.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fmt/format.h>
#include <fstream>
#include <string>
#include <vector>

using namespace trialdex;

namespace {

constexpr int kWarmRounds = 2;

struct Line {
    std::string kind;
    search::Query query;
};

[[noreturn]] void stop(const std::string& why) {
    fmt::print(stderr, "{}\n", why);
    std::exit(1);
}

template <class T> T must(Result<T> result) {
    if (!result) stop(result.error().message);
    return *std::move(result);
}

search::Expression words(std::string_view text, bool quoted) {
    search::Expression leaf;
    leaf.kind = search::Expression::Kind::Words;
    leaf.scope.area = &bench::peer_area();
    leaf.text = text;
    leaf.quoted = quoted;
    return leaf;
}

// Every word in some field, as the peer asks; function words, which neither counts, are left out.
search::Expression all_words(std::string_view text, text::Splitter& splitter) {
    search::Expression all;
    all.kind = search::Expression::Kind::And;
    for (const text::Word& word : splitter.split(text, text::Markup::Plain))
        if (!word.joined && !text::is_function_word(word.folded)) all.parts.push_back(words(word.folded, false));
    return all;
}

// "class TAB text [TAB STATUS]"; text in double quotes is a phrase.
Line read_line(std::string_view line, text::Splitter& splitter) {
    const auto take = [&line] {
        const std::string_view cell = line.substr(0, line.find('\t'));
        line.remove_prefix(std::min(cell.size() + 1, line.size()));
        return cell;
    };
    Line read;
    read.kind = take();
    std::string_view text = take();
    const bool phrase = text.size() > 1 && text.front() == '"';
    if (phrase) text = text.substr(1, text.size() - 2);
    // The peer's phrases take no notice of function words, neither as words nor as places: "quality life".
    std::string neighbours;
    for (const text::Word& word : splitter.split(text, text::Markup::Plain))
        if (!word.joined && !text::is_function_word(word.folded)) neighbours.append(word.folded).append(" ");
    read.query.clauses.push_back({phrase ? words(neighbours, true) : all_words(text, splitter), true});
    if (!line.empty()) {
        search::Expression status;
        status.kind = search::Expression::Kind::Code;
        status.scope.node = schema::find_piece("OverallStatus");
        status.text = take();
        read.query.clauses.push_back({status, false});
    }
    read.query.synonyms = false;
    return read;
}

std::vector<Line> read_queries(const std::string& path) {
    std::ifstream file(path);
    if (!file) stop(path + " cannot be read.");
    text::Splitter splitter;
    std::vector<Line> lines;
    for (std::string line; std::getline(file, line);)
        if (!line.empty() && line.front() != '#') lines.push_back(read_line(line, splitter));
    return lines;
}

struct Measured {
    std::string kind;
    std::vector<double> microseconds;
    std::uint64_t hits = 0; // of all queries, once
};

void report(std::string_view mode, Measured& measured) {
    auto& times = measured.microseconds;
    std::ranges::sort(times);
    const auto at = [&](double share) {
        return times[std::min(times.size() - 1, static_cast<std::size_t>(static_cast<double>(times.size()) * share))];
    };
    fmt::print("trialdex {:<7} {:<14} n {:4} p50_us {:8.0f} p95_us {:8.0f} p99_us {:8.0f} hits {}\n", mode,
               measured.kind, times.size(), at(0.5), at(0.95), at(0.99), measured.hits);
}

void run(const search::Searcher& searcher, std::vector<Line> lines, std::string_view mode, int repeats) {
    std::vector<Measured> kinds;
    Measured all{"ALL", {}, 0};
    for (Line& line : lines) {
        if (kinds.empty() || kinds.back().kind != line.kind) kinds.push_back({line.kind, {}, 0});
        line.query.total = mode == "full"; // the peer's topk counts no further than it must
        if (mode != "full") continue;
        line.query.facets = {"status", "studyType", "sex", "phase", "country"};
        line.query.facet_values = 10;
    }
    for (int round = -kWarmRounds; round < repeats; ++round) {
        for (const Line& line : lines) {
            const auto start = std::chrono::steady_clock::now();
            const auto answer = searcher.search(line.query);
            const std::chrono::duration<double, std::micro> time = std::chrono::steady_clock::now() - start;
            if (!answer) stop(answer.error().message);
            if (round < 0) continue;
            auto& kind = *std::ranges::find(kinds, line.kind, &Measured::kind);
            kind.microseconds.push_back(time.count());
            all.microseconds.push_back(time.count());
            if (round == 0) kind.hits += answer->total;
        }
    }
    for (Measured& kind : kinds) report(mode, kind);
    report(mode, all);
}

void build(const std::string& folder) {
    const auto store = must(store::open_sqlite(folder, store::OpenMode::ReadOnly));
    index::BuildOptions options;
    options.second_area = &bench::peer_area();
    const auto start = std::chrono::steady_clock::now();
    const auto built = must(index::build(folder, *store, options));
    const std::chrono::duration<double> time = std::chrono::steady_clock::now() - start;
    fmt::print("trialdex index: docs {} seconds {:.1f} size_MB {:.0f}\n", built.studies, time.count(),
               static_cast<double>(built.bytes) / 1e6);
}

void query(const std::string& folder, const std::string& queries, int repeats) {
    keep_freed_memory();
    const auto store = must(store::open_sqlite(folder, store::OpenMode::ReadOnly));
    const auto live = must(search::open_index(folder, *store));
    const auto searcher = live->current();
    if (!searcher) stop("There is no index yet; build it with: search_bench index " + folder);
    const auto lines = read_queries(queries);
    for (const std::string_view mode : {"topk", "full"}) run(*searcher, lines, mode, repeats);
}

} // namespace

int main(int argc, char** argv) {
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    if (arguments.size() == 2 && arguments[0] == "index")
        build(arguments[1]);
    else if (arguments.size() == 4 && arguments[0] == "query")
        query(arguments[1], arguments[2], std::atoi(arguments[3].c_str()));
    else
        stop("usage: search_bench index FOLDER | query FOLDER QUERIES REPEATS");
    return 0;
}
