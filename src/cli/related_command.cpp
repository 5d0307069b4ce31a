// trialdex related: which trials are like this one, and why?
#include "cli/commands.h"
#include "cli/registry.h"
#include "related/answer_json.h"
#include "related/emphasis.h"
#include "related/finder.h"
#include "study/json.h"

#include <fmt/format.h>
#include <fstream>
#include <iterator>

namespace trialdex::cli {

namespace {

constexpr std::uint32_t kRunDepth = 1000;

Result<study::NctId> id_of(std::string_view text) {
    const auto id = study::NctId::parse_lenient(text);
    if (!id) return fail(ErrorCode::InvalidInput, fmt::format("“{}” is not a study's number", text));
    return *id;
}

void print(const related::Answer& answer) {
    for (const related::Related& trial : answer.related) {
        fmt::print("{}  {:.3f}  {}\n", trial.id.text(), trial.score, trial.brief.title);
        for (const related::Reason& reason : trial.reasons) fmt::print("      {}\n", reason.text);
    }
    if (answer.related.empty()) fmt::print("No related trials were found.\n");
}

// Lines with `id` and `query_nct`: a TREC run.
int write_run(const related::Finder& finder, const RelatedCommand& command, const related::Emphasis& emphasis) {
    std::ifstream topics(command.run);
    if (!topics) return report_failure({ErrorCode::NotFound, command.run + " cannot be read"});
    std::string line;
    for (std::size_t number = 1; std::getline(topics, line); ++number) {
        if (line.empty()) continue;
        const auto place = fmt::format("{}, line {}: ", command.run, number);
        const auto topic = study::Document::parse(line);
        if (!topic) return report_failure({ErrorCode::InvalidInput, place + topic.error().message});
        const auto study = id_of(topic->root()["query_nct"].text());
        const auto name = topic->root()["id"];
        if (!study || !name)
            return report_failure({ErrorCode::InvalidInput, place + "a topic needs “id” and “query_nct”"});
        related::Question question;
        question.id = *study;
        question.emphasis = emphasis;
        question.limit = kRunDepth;
        question.reasons = false;
        const auto answer = finder.find(question);
        if (!answer && answer.error().code == ErrorCode::NotFound) {
            fmt::print(stderr, "{}{} is not in the registry\n", place, study->text());
            continue;
        }
        if (!answer) return report_failure(answer.error());
        // Blocks are put in order by themselves, so scores may rise between them: ranks say what comes first.
        std::size_t rank = 0;
        for (const related::Related& trial : answer->related) {
            ++rank;
            fmt::print("{} Q0 {} {} {:.6f} {}\n", name.text(), trial.id.text(), rank, 1.0 / static_cast<double>(rank),
                       command.tag);
        }
    }
    return kDone;
}

Result<related::Question> question_of(const RelatedCommand& command) {
    related::Question question;
    if (command.draft.empty()) {
        const auto id = id_of(command.id);
        if (!id) return tl::unexpected(id.error());
        question.id = *id;
        return question;
    }
    std::ifstream file(command.draft, std::ios::binary);
    if (!file) return fail(ErrorCode::NotFound, command.draft + " cannot be read");
    question.draft.assign(std::istreambuf_iterator<char>(file), {});
    return question;
}

} // namespace

int run_related(const RelatedCommand& command) {
    const auto emphasis = related::parse_emphasis(command.weights);
    if (!emphasis) return report_failure(emphasis.error());
    const auto store = open_registry(command.data, store::OpenMode::ReadOnly);
    if (!store) return kFailed;
    const auto index = search::open_index(data_folder(command.data), *store);
    if (!index) return report_failure(index.error());
    const auto finder = related::make_finder((*index)->current(), *store);
    if (!finder)
        return report_failure({ErrorCode::NotFound, "there is no search index yet; build it with: trialdex index"});
    if (!command.run.empty()) return write_run(*finder, command, *emphasis);
    auto question = question_of(command);
    if (!question) return report_failure(question.error());
    question->emphasis = *emphasis;
    question->limit = command.limit;
    const auto answer = finder->find(*question);
    if (!answer) return report_failure(answer.error());
    if (!command.json) {
        print(*answer);
        return kDone;
    }
    fmt::print("{}\n", related::answer_json(*answer, question->id));
    return kDone;
}

} // namespace trialdex::cli
