#include "differential/world.h"

#include "demo/demo.h"
#include "differential/parser.h"
#include "support/shared_data.h"
#include "support/zst_lines.h"

#include <algorithm>
#include <cstdlib>
#include <fmt/format.h>
#include <fstream>
#include <set>

namespace trialdex::differential {

namespace {

std::vector<std::string> demo_records() {
    std::vector<std::string> records;
    for (std::uint64_t index = 0; index < demo::kCoverage; ++index) records.push_back(demo::study_json(index));
    return records;
}

// Conditions, keywords and interventions, each three neighbours in the alphabet taken for the same thing, in the form
// of a table of MeSH descriptors.
std::string vocabulary_of_names(const std::vector<std::string>& records) {
    std::set<std::string> names;
    for (const std::string& record : records) {
        const auto document = study::Document::parse(record);
        const study::Value protocol = document->root()["protocolSection"];
        for (const study::Value name : protocol["conditionsModule"]["conditions"]) names.emplace(name.text());
        for (const study::Value name : protocol["conditionsModule"]["keywords"]) names.emplace(name.text());
        for (const study::Value treatment : protocol["armsInterventionsModule"]["interventions"]) {
            names.emplace(treatment["name"].text());
        }
    }
    std::string table = "id\tname\ttree_numbers\tentry_terms\n";
    int number = 1;
    for (auto name = names.begin(); name != names.end();) {
        table += fmt::format("D{:06}\t{}\t\t", number++, *name++);
        if (name != names.end()) table += *name++;
        if (name != names.end()) table += "|" + *name++;
        table += "\n";
    }
    return table;
}

std::vector<std::string> real_records(const std::string& path, std::size_t every) {
    std::vector<std::string> records;
    std::size_t line_number = 0;
    support::each_zst_line(path, [&](const std::string& line) {
        if (line_number++ % every == 0 && !line.empty()) records.push_back(line);
        return true;
    });
    return records;
}

std::vector<oracle::Study> taken_apart(const std::vector<std::string>& records, oracle::Lexicon& lexicon) {
    std::vector<oracle::Study> studies;
    for (const std::string& record : records) {
        const auto document = study::Document::parse(record);
        if (!document) throw std::runtime_error(document.error().message);
        studies.push_back(oracle::take_apart(document->root(), lexicon));
    }
    return studies;
}

// Where one side has an id that the other has not.
std::string difference(const std::vector<study::NctId>& engine, const std::vector<study::NctId>& oracle) {
    for (const study::NctId id : oracle) {
        if (std::find(engine.begin(), engine.end(), id) == engine.end()) return id.text() + ": only the oracle";
    }
    for (const study::NctId id : engine) {
        if (std::find(oracle.begin(), oracle.end(), id) == oracle.end()) return id.text() + ": only the engine";
    }
    return "order or repeats";
}

std::uint64_t number_in_environment(const char* name, std::uint64_t otherwise) {
    const char* set = std::getenv(name);
    return set == nullptr ? otherwise : std::strtoull(set, nullptr, 10);
}

} // namespace

World::World(const std::vector<std::string>& records, const std::vector<std::string>& vocabularies)
    : engine_(records, vocabularies) {
    registry_ =
        std::make_unique<oracle::Registry>(taken_apart(records, lexicon_), lexicon_, engine_.searcher().synonyms());
}

oracle::RandomExpressions World::expressions(std::uint64_t seed) {
    return {registry_->studies(), seed, lexicon_, engine_.searcher().synonyms()};
}

oracle::Query World::oracle_query(const Question& question) {
    oracle::Query query;
    query.choices = question.choices;
    query.only_ids = question.only_ids;
    const oracle::Scope scope{question.area.empty() ? nullptr : oracle::area_named(question.area), nullptr};
    for (const std::string& clause : question.clauses) {
        auto tree = oracle::read_expression(clause, scope);
        if (!tree) throw std::runtime_error(clause + ": " + tree.error());
        prepare(*tree, lexicon_, engine_.searcher().synonyms(), question.synonyms);
        query.clauses.push_back(std::move(*tree));
    }
    return query;
}

std::vector<study::NctId> World::by_oracle(const Question& question) {
    std::vector<study::NctId> ids;
    for (const oracle::Study* study : registry_->matching(oracle_query(question))) ids.push_back(study->id);
    std::sort(ids.begin(), ids.end());
    return ids;
}

Verdict World::compare(const Question& question) {
    const auto engine = engine_.all_pages(Engine::query(question), 1000);
    if (!engine && engine.error().code == ErrorCode::TooLarge) return {"", 0, true};
    if (!engine) return {"the engine fails: " + engine.error().message, 0, false};
    const auto oracle = by_oracle(question);
    if (*engine == oracle) return {"", oracle.size(), false};
    return {fmt::format("engine {} studies, oracle {}; {}", engine->size(), oracle.size(), difference(*engine, oracle)),
            oracle.size(), false};
}

std::string World::disagreement_in_short(Question question, const oracle::Sketch& sketch) {
    const auto with = [&question](const std::string& text) {
        question.clauses.back() = text;
        return question;
    };
    const oracle::Sketch small = oracle::shrunk(sketch, [&](const std::string& text) {
        const oracle::Scope scope{question.area.empty() ? nullptr : oracle::area_named(question.area), nullptr};
        return refusal(text).empty() && oracle::read_expression(text, scope) &&
               !compare(with(text)).disagreement.empty();
    });
    return print(small) + "\n" + compare(with(print(small))).disagreement;
}

World& demo_world() {
    static const std::unique_ptr<World> world = [] {
        const std::vector<std::string> records = demo_records();
        const support::TemporaryFolder folder;
        const std::string vocabulary = folder.path() + "/names.tsv";
        std::ofstream(vocabulary) << vocabulary_of_names(records);
        return std::make_unique<World>(records, std::vector<std::string>{vocabulary});
    }();
    return *world;
}

World* real_world() {
    static const std::unique_ptr<World> world = []() -> std::unique_ptr<World> {
        const auto path = support::shared_file("data/ctgov/studies.ndjson.zst");
        if (!path) return nullptr;
        std::vector<std::string> vocabularies;
        for (const char* name : {"descriptors.tsv", "disease-ontology-2016.tsv", "drug-names-2021.tsv"}) {
            if (auto file = support::shared_file(std::string("data/mesh/") + name)) vocabularies.push_back(*file);
        }
        const std::size_t every = std::getenv("TRIALDEX_DIFFERENTIAL") != nullptr ? 1 : 4;
        return std::make_unique<World>(real_records(*path, every), vocabularies);
    }();
    return world.get();
}

int rounds(int usual) {
    constexpr std::uint64_t kUsual = 2000;
    const std::uint64_t asked = number_in_environment("TRIALDEX_DIFFERENTIAL", kUsual);
    return static_cast<int>(static_cast<std::uint64_t>(usual) * asked / kUsual);
}

std::uint64_t seed() { return number_in_environment("TRIALDEX_SEED", 1); }

} // namespace trialdex::differential
