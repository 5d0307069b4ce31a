// trialdex search: the engine from the command line.
#include "base/json_writer.h"
#include "cli/commands.h"
#include "cli/registry.h"
#include "cli/search_run.h"
#include "search/language/parse.h"
#include "search/search.h"
#include "study/json.h"

#include <fmt/format.h>

namespace trialdex::cli {

namespace {

std::string title_of(const store::Reader& store, study::NctId id) {
    const auto record = store.get(id);
    if (!record) return {};
    const auto document = study::Document::parse(record->json);
    if (!document) return {};
    return std::string(document->root()["protocolSection"]["identificationModule"]["briefTitle"].text());
}

void print_answer(const search::Answer& answer, const store::Reader& store) {
    fmt::print("{} studies\n", count_words(answer.total));
    for (const search::Hit& hit : answer.hits)
        fmt::print("{}  {:7.3f}  {}\n", hit.id.text(), hit.score, title_of(store, hit.id));
    for (const search::SynonymUse& use : answer.synonyms)
        fmt::print("also searched for “{}” ({}, {}): {}\n", use.phrase, use.concept_name, use.source,
                   fmt::join(use.forms, " · "));
}

void print_json(const search::Answer& answer) {
    JsonWriter json;
    json.begin_object().member("total", answer.total).key("hits").begin_array();
    for (const search::Hit& hit : answer.hits) {
        json.begin_object().member("nctId", hit.id.text()).key("score").number(hit.score);
        json.end_object();
    }
    json.end_array().key("synonyms").begin_array();
    for (const search::SynonymUse& use : answer.synonyms) {
        json.begin_object()
            .member("phrase", use.phrase)
            .member("concept", use.concept_name)
            .member("source", use.source);
        json.key("forms").begin_array();
        for (const std::string& form : use.forms) json.string(form);
        json.end_array().end_object();
    }
    json.end_array().end_object();
    fmt::print("{}\n", json.text());
}

int explain(const search::Searcher& searcher, const search::Query& query, const std::string& text) {
    const auto id = study::NctId::parse_lenient(text);
    if (!id) return report_failure({ErrorCode::InvalidInput, "“" + text + "” is not a study's number"});
    const auto explanation = searcher.explain(query, *id);
    if (!explanation) return report_failure(explanation.error());
    fmt::print("{}: {}, score {:.3f}\n", id->text(), explanation->matches ? "matches" : "does not match",
               explanation->score);
    for (const search::ScorePart& part : explanation->parts)
        fmt::print("  {:7.3f} = rarity {:.3f} (in {} studies) × weight {:.3f}   “{}”, most in: {}\n", part.score,
                   part.rarity, count_words(part.studies), part.weight, part.term, part.field);
    return kDone;
}

} // namespace

int run_search(const SearchCommand& command) {
    const auto store = open_registry(command.data, store::OpenMode::ReadOnly);
    if (!store) return kFailed;
    const auto index = search::open_index(data_folder(command.data), *store);
    if (!index) return report_failure(index.error());
    const auto searcher = (*index)->current();
    if (!searcher)
        return report_failure({ErrorCode::NotFound, "there is no search index yet; build it with: trialdex index"});
    if (!command.run.empty()) return write_run(*searcher, command);
    const auto* area = search::find_area(command.area);
    if (!area) return report_failure({ErrorCode::InvalidInput, "there is no area “" + command.area + "”"});
    const auto parsed = search::parse(command.expression, {area, nullptr});
    if (!parsed) {
        const auto& error = parsed.error();
        fmt::print(stderr, "trialdex: {}\n{}\n", error.plain, error.detail);
        if (!error.suggestion.empty()) fmt::print(stderr, "did you mean: {}\n", error.suggestion);
        return kWrongUsage;
    }
    search::Query query;
    query.clauses.push_back({*parsed, true});
    query.limit = command.limit;
    query.synonyms = command.synonyms;
    if (!command.explain.empty()) return explain(*searcher, query, command.explain);
    const auto answer = searcher->search(query);
    if (!answer) return report_failure(answer.error());
    if (command.json)
        print_json(*answer);
    else
        print_answer(*answer, *store);
    return kDone;
}

} // namespace trialdex::cli
