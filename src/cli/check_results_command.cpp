// trialdex check-results: what does not add up in the results of these studies?
#include "base/json_writer.h"
#include "cli/commands.h"
#include "cli/registry.h"
#include "results/check.h"

#include <array>
#include <fmt/format.h>
#include <iostream>
#include <optional>

namespace trialdex::cli {

namespace {

constexpr std::size_t kMostKinds = 64;

struct Tally {
    std::uint64_t studies = 0, with_results = 0, with_findings = 0;
    std::array<std::uint64_t, kMostKinds> studies_of_kind{};
};

std::string json_line(study::NctId id, bool has_results, const std::vector<results::Finding>& findings) {
    JsonWriter json;
    json.begin_object().member("nctId", id.text()).member("hasResults", has_results).key("findings").begin_array();
    for (const results::Finding& finding : findings) {
        json.begin_object();
        json.member("kind", results::words_of(finding.kind).id);
        json.member("path", finding.path);
        json.member("sentence", finding.sentence);
        json.member("more", std::uint64_t{finding.more});
        json.end_object();
    }
    json.end_array().end_object();
    return json.take();
}

void print_text(study::NctId id, bool has_results, const std::vector<results::Finding>& findings) {
    if (findings.empty()) {
        fmt::print("{}  {}\n", id.text(), has_results ? "nothing found that does not add up" : "has no results");
        return;
    }
    fmt::print("{}\n", id.text());
    for (const results::Finding& finding : findings) {
        fmt::print("  {}\n      {}: {}\n", finding.path, results::words_of(finding.kind).id, finding.sentence);
    }
}

class ResultsCheck {
public:
    ResultsCheck(const store::Reader& store, const CheckResultsCommand& command) : store_(store), command_(command) {}

    // Fails with what stands in the way; an obsolete number leads to its study.
    Result<void> study(study::NctId id) {
        auto record = store_.get(id);
        if (!record && record.error().code == ErrorCode::NotFound) {
            const auto target = store_.find_alias(id);
            if (target && *target) record = store_.get(**target);
        }
        return record ? study(*record) : tl::unexpected(record.error());
    }

    Result<void> study(const store::StoredRecord& record) {
        const auto document = study::Document::parse(record.json);
        if (!document) return tl::unexpected(document.error());
        const bool has_results = document->root()["resultsSection"].size() > 0;
        if (command_.all && !has_results) return {};
        const auto findings = results::check_results(document->root());
        count(has_results, findings);
        if (command_.all && findings.empty()) return {};
        if (command_.json) {
            fmt::print("{}\n", json_line(record.id, has_results, findings));
        } else {
            print_text(record.id, has_results, findings);
        }
        return {};
    }

    void print_tally() const {
        if (command_.json || (tally_.studies < 2 && !command_.all)) return;
        fmt::print("\n{} studies, {} with results, {} of these with findings\n", count_words(tally_.studies),
                   count_words(tally_.with_results), count_words(tally_.with_findings));
        for (const results::FindingKindWords& words : results::finding_kinds()) {
            const std::uint64_t studies = tally_.studies_of_kind[static_cast<std::size_t>(words.kind)];
            if (studies > 0) fmt::print("{:>7}  {:<24} {}\n", count_words(studies), words.id, words.label);
        }
    }

private:
    void count(bool has_results, const std::vector<results::Finding>& findings) {
        ++tally_.studies;
        if (has_results) ++tally_.with_results;
        if (!findings.empty()) ++tally_.with_findings;
        std::array<bool, kMostKinds> seen{};
        for (const results::Finding& finding : findings) seen[static_cast<std::size_t>(finding.kind)] = true;
        for (std::size_t kind = 0; kind < kMostKinds; ++kind) tally_.studies_of_kind[kind] += seen[kind] ? 1 : 0;
    }

    const store::Reader& store_;
    const CheckResultsCommand& command_;
    Tally tally_;
};

Result<void> check_all(const store::Reader& store, ResultsCheck& check) {
    Result<void> done;
    const auto walked = store.for_each([&](const store::StoredRecord& record) {
        done = check.study(record);
        return done.has_value();
    });
    return walked ? done : walked;
}

// nullopt, after saying so, when a text is not a study's number.
std::optional<std::vector<study::NctId>> ids_of(const CheckResultsCommand& command) {
    std::vector<std::string> texts;
    for (const std::string& text : command.ids) {
        if (text != "-") {
            texts.push_back(text);
            continue;
        }
        for (std::string word; std::cin >> word;) texts.push_back(word);
    }
    std::vector<study::NctId> ids;
    for (const std::string& text : texts) {
        const auto id = study::NctId::parse_lenient(text);
        if (!id) {
            fmt::print(stderr, "trialdex: {} is not an NCT number: NCT and up to eight digits, as in NCT06916403\n",
                       text);
            return std::nullopt;
        }
        ids.push_back(*id);
    }
    return ids;
}

} // namespace

int run_check_results(const CheckResultsCommand& command) {
    if (command.ids.empty() != command.all) {
        fmt::print(stderr, "trialdex: say which studies: their numbers, - for numbers from standard input, or --all\n");
        return kWrongUsage;
    }
    const auto ids = ids_of(command);
    if (!ids) return kWrongUsage;
    const auto store = open_registry(command.data, store::OpenMode::ReadOnly);
    if (!store) return kFailed;
    ResultsCheck check(*store, command);
    int code = kDone;
    if (command.all) {
        if (const auto done = check_all(*store, check); !done) code = report_failure(done.error());
    }
    for (const study::NctId id : *ids) {
        if (const auto done = check.study(id); !done) code = report_failure(done.error());
    }
    check.print_tally();
    return code;
}

} // namespace trialdex::cli
