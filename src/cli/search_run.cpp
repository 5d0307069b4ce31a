#include "cli/search_run.h"

#include "cli/registry.h"
#include "search/best_match.h"
#include "study/json.h"

#include <fmt/format.h>
#include <fstream>

namespace trialdex::cli {

namespace {

constexpr std::uint32_t kRunDepth = 1000;

// A text, or several that are asked as one (a topic's list of queries).
std::string words_of(study::Value value) {
    if (!value.is_array()) return std::string(value.text());
    std::string all;
    for (const study::Value element : value) all += std::string(element.text()) + "\n";
    return all;
}

} // namespace

int write_run(const search::Searcher& searcher, const SearchCommand& command) {
    std::ifstream topics(command.run);
    if (!topics) return report_failure({ErrorCode::NotFound, command.run + " cannot be read"});
    std::string line;
    for (std::size_t number = 1; std::getline(topics, line); ++number) {
        if (line.empty()) continue;
        const auto topic = study::Document::parse(line);
        const auto place = fmt::format("{}, line {}: ", command.run, number);
        if (!topic) return report_failure({ErrorCode::InvalidInput, place + topic.error().message});
        const auto text = topic->root()[command.field];
        const auto id = topic->root()["id"];
        if (!text || !id)
            return report_failure({ErrorCode::InvalidInput, place + "a topic needs “id” and “" + command.field + "”"});
        search::Query query;
        query.clauses.push_back({search::best_match(words_of(text), searcher.synonyms()), true});
        query.limit = kRunDepth;
        query.synonyms = command.synonyms;
        const auto answer = searcher.search(query);
        if (!answer) return report_failure(answer.error());
        std::size_t rank = 0;
        for (const search::Hit& hit : answer->hits)
            fmt::print("{} Q0 {} {} {:.6f} {}\n", id.text(), hit.id.text(), ++rank, hit.score, command.tag);
    }
    return kDone;
}

} // namespace trialdex::cli
