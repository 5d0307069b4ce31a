// The command line: what can be said, and in which words. Each command's work is in a file of its own.
#include "cli/commands.h"

#include <CLI/CLI.hpp>
#include <exception>
#include <fmt/format.h>

namespace trialdex::cli {
namespace {

void add_data(CLI::App* command, std::string& data) {
    command
        ->add_option("--data", data,
                     "Folder of the registry (default: $TRIALDEX_DATA, else " + default_data_folder() + ")")
        ->type_name("DIR");
}

class CommandLine {
public:
    CommandLine() {
        app_.require_subcommand(1);
        app_.allow_extras(false);
        app_.set_version_flag("--version", "trialdex " TRIALDEX_VERSION);
        app_.footer("Examples:\n"
                    "  trialdex demo --studies 2000 --data ./data     a registry of invented studies to try things on\n"
                    "  trialdex import ctg-studies.json.zip           the registry's own download\n"
                    "  trialdex serve --port 8080                     the site, on http://127.0.0.1:8080\n\n"
                    "Exit codes: 0 done, 1 done with some records refused, 2 wrong usage, 3 failed.");
        add_import();
        add_demo();
        add_serve();
        add_show();
        add_check();
        add_check_results();
        add_stats();
        add_index();
        add_search();
        add_related();
        add_vocabulary();
    }

    int run(int argc, char** argv) {
        try {
            app_.parse(argc, argv);
        } catch (const CLI::ParseError& error) {
            return app_.exit(error) == 0 ? kDone : kWrongUsage;
        }
        if (*import_) return run_import(import_command_);
        if (*demo_) return run_demo(demo_command_);
        if (*serve_) return run_serve(serve_command_);
        if (*show_) return run_show(show_command_);
        if (*check_results_) return run_check_results(check_results_command_);
        if (*check_) return run_check(check_command_);
        if (*index_) return run_index(index_command_);
        if (*search_) return run_search(search_command_);
        if (*related_) return run_related(related_command_);
        if (*vocabulary_) return run_vocabulary(vocabulary_command_);
        return run_stats(stats_command_);
    }

private:
    void add_import() {
        import_ = app_.add_subcommand("import", "Take study records from files into the registry");
        add_data(import_, import_command_.data);
        import_->add_option("FILE", import_command_.files, "Files or folders; - is standard input")->required();
        import_->add_option("--max-record-mb", import_command_.max_record_mb, "Refuse longer records")
            ->capture_default_str()
            ->check(CLI::Range(1, 64));
        import_->add_flag("--json", import_command_.json, "Print the report as JSON");
        import_->add_flag("!--no-index", import_command_.index, "Leave the search index as it is");
        import_->add_flag("--quiet", import_command_.quiet, "No progress");
        import_->footer(
            "What a file is, is seen from its content: the registry's zip download, NDJSON (plain, .gz, .zst), a JSON\n"
            "array, an API page, a single study, or a folder of these.\n\n"
            "Examples:\n"
            "  trialdex import ctg-studies.json.zip\n"
            "  trialdex import studies.ndjson.zst more/ --data ./data\n"
            "  curl -s 'https://clinicaltrials.gov/api/v2/studies?query.cond=asthma' | trialdex import -");
    }

    void add_demo() {
        demo_ = app_.add_subcommand("demo", "Make a registry of invented studies, marked as such");
        add_data(demo_, demo_command_.data);
        demo_->add_option("--studies", demo_command_.studies, "How many")
            ->capture_default_str()
            ->check(CLI::Range(1, 999'000));
        demo_->add_option("--out", demo_command_.out, "Write NDJSON to FILE instead (- is standard output)")
            ->type_name("FILE");
        demo_->footer("Examples:\n"
                      "  trialdex demo --studies 2000 --data ./data\n"
                      "  trialdex demo --studies 100 --out invented.ndjson");
    }

    void add_serve() {
        serve_ = app_.add_subcommand("serve", "Serve the site and the API");
        add_data(serve_, serve_command_.data);
        serve_->add_option("--host", serve_command_.host, "Address to listen on; other than loopback only on purpose")
            ->capture_default_str();
        serve_->add_option("--port", serve_command_.port, "Port; 0 takes a free one and says which")
            ->capture_default_str()
            ->check(CLI::Range(0, 65535));
        serve_->add_option("--workers", serve_command_.workers, "Threads that make pages")
            ->capture_default_str()
            ->check(CLI::Range(1, 256));
        serve_
            ->add_option("--cache-mb", serve_command_.cache_mb,
                         "Memory for answers to searches, given again while the data is the same; 0 keeps none")
            ->capture_default_str()
            ->check(CLI::Range(0, 65536));
        serve_->add_flag("--quiet", serve_command_.quiet, "No line a request");
        serve_->footer("Example:\n  trialdex serve --data ./data --port 8080");
    }

    void add_show() {
        show_ = app_.add_subcommand("show", "Print a study, or one node of it");
        add_data(show_, show_command_.data);
        show_->add_option("NCT", show_command_.id, "The study's number, as in NCT06916403")->required();
        show_->add_option("PATH", show_command_.path, "A node: JSON names joined by /, list places from 0");
        show_->add_option("--record-version", show_command_.version, "An older version; 1 is the oldest")
            ->type_name("N");
        show_->add_flag("--json", show_command_.json, "As JSON");
        show_->footer("Examples:\n"
                      "  trialdex show NCT06916403\n"
                      "  trialdex show NCT06916403 protocolSection/armsInterventionsModule/armGroups/1\n"
                      "  trialdex show NCT06916403 --json > NCT06916403.json");
    }

    void add_check() {
        check_ = app_.add_subcommand("check", "Read the whole registry back and say whether it is sound");
        add_data(check_, check_command_.data);
        check_->footer("Example:\n  trialdex check --data ./data");
    }

    void add_check_results() {
        check_results_ = app_.add_subcommand("check-results", "Say what does not add up in the results of studies");
        add_data(check_results_, check_results_command_.data);
        check_results_->add_option("NCT", check_results_command_.ids,
                                   "The studies' numbers; - takes more of them from standard input");
        check_results_->add_flag("--all", check_results_command_.all,
                                 "All studies with results; those with findings are printed");
        check_results_->add_flag("--json", check_results_command_.json, "As JSON, a line a study");
        check_results_->footer(
            "Sums of participant flow and of baseline categories, counts above their denominators, intervals without\n"
            "their estimates, groups without numbers and more. A finding is a reason to look, not an error of the\n"
            "study; exit code 0 with findings too.\n\n"
            "Examples:\n"
            "  trialdex check-results NCT00119678 NCT00430677\n"
            "  trialdex check-results --all --json > findings.ndjson\n"
            "  cut -f1 my-studies.tsv | trialdex check-results -");
    }

    void add_stats() {
        stats_ = app_.add_subcommand("stats", "Say what the registry holds");
        add_data(stats_, stats_command_.data);
        stats_->add_flag("--json", stats_command_.json, "As JSON");
        stats_->footer("Example:\n  trialdex stats --json");
    }

    void add_index() {
        index_ = app_.add_subcommand("index", "Build the search index, or bring it up to date");
        add_data(index_, index_command_.data);
        index_->add_flag("--anew", index_command_.anew, "Build everything again, even what is up to date");
        index_->add_option("--threads", index_command_.threads, "Threads that read studies")
            ->capture_default_str()
            ->check(CLI::Range(1, 64));
        index_->add_flag("--json", index_command_.json, "Print the report as JSON");
        index_->add_flag("--quiet", index_command_.quiet, "No progress");
        index_->footer(
            "An import does this at its end. Only changed studies are read again, unless the vocabularies or the\n"
            "program changed. A server that runs meanwhile takes the new index by itself.\n\n"
            "Examples:\n"
            "  trialdex index --data ./data\n"
            "  trialdex index --anew");
    }

    void add_related() {
        related_ = app_.add_subcommand("related", "Which trials are like this one, and why?");
        add_data(related_, related_command_.data);
        auto* id = related_->add_option("NCT", related_command_.id, "A study's number");
        auto* draft = related_
                          ->add_option("--draft", related_command_.draft,
                                       "Of the record in this JSON file instead; it is not taken into the registry")
                          ->type_name("FILE");
        related_->add_option("--weights", related_command_.weights,
                             "How much aspects are to count: condition, intervention, population, outcome, design, "
                             "wording; 1 is usual, 0 leaves one out");
        related_->add_option("--limit", related_command_.limit, "How many to list")
            ->capture_default_str()
            ->check(CLI::Range(0, 1000));
        related_->add_flag("--json", related_command_.json, "As JSON, with the score of each aspect");
        auto* run =
            related_
                ->add_option("--run", related_command_.run,
                             "Write a TREC run for the topics of FILE (JSON lines with id and query_nct) instead")
                ->type_name("FILE");
        draft->excludes(id);
        run->excludes(id)->excludes(draft);
        related_->footer("Examples:\n"
                         "  trialdex related NCT06916403\n"
                         "  trialdex related NCT06916403 --weights intervention:2,design:0 --json\n"
                         "  trialdex related --draft my-study.json\n"
                         "  trialdex related --run topics.jsonl > run.trec");
    }

    void add_search() {
        search_ = app_.add_subcommand("search", "Search the registry, best match first");
        add_data(search_, search_command_.data);
        auto* expression =
            search_->add_option("EXPRESSION", search_command_.expression, "Words, or the language of the registry");
        search_->add_option("--area", search_command_.area, "Where words without AREA[] look")->capture_default_str();
        search_->add_option("--limit", search_command_.limit, "How many to list")
            ->capture_default_str()
            ->check(CLI::Range(0, 1000));
        search_->add_option("--explain", search_command_.explain, "Say why this study stands where it stands")
            ->type_name("NCT");
        search_->add_flag("!--no-synonyms", search_command_.synonyms, "Only the words as they are");
        search_->add_flag("--json", search_command_.json, "As JSON");
        auto* run = search_
                        ->add_option("--run", search_command_.run,
                                     "Write a TREC run for the topics of FILE (JSON lines with id) instead")
                        ->type_name("FILE");
        search_->add_option("--field", search_command_.field, "Member of a topic that holds its words")
            ->capture_default_str();
        run->excludes(expression);
        search_->footer("Examples:\n"
                        "  trialdex search 'heart attack aspirin'\n"
                        "  trialdex search 'AREA[Phase]PHASE3 AND AREA[LeadSponsorName]\"Pfizer\"' --limit 20\n"
                        "  trialdex search hypertension --explain NCT01234567\n"
                        "  trialdex search --run topics.jsonl > run.trec");
    }

    void add_vocabulary() {
        vocabulary_ = app_.add_subcommand("vocabulary", "Say which names mean the same, from vocabulary files");
        vocabulary_->require_subcommand(1);
        add_vocabulary_action("add", "Check a file and take it into the registry", VocabularyAction::Add)
            ->add_option("FILE", vocabulary_command_.file, "The vocabulary; one of the same name is replaced")
            ->required();
        add_vocabulary_action("list", "Say which vocabularies the registry has", VocabularyAction::List);
        add_vocabulary_action("remove", "Take a vocabulary out again", VocabularyAction::Remove)
            ->add_option("NAME", vocabulary_command_.file, "As the list names it")
            ->required();
        vocabulary_->footer("What a file is, is seen from its content: a table of MeSH descriptors, diseases or drugs "
                            "(tab-separated, with\n"
                            "a header line), or MeSH's own descriptor file in XML.\n\n"
                            "Examples:\n"
                            "  trialdex vocabulary add descriptors.tsv\n"
                            "  trialdex vocabulary add desc2026.xml --data ./data\n"
                            "  trialdex vocabulary list\n"
                            "  trialdex vocabulary remove descriptors.tsv");
    }

    CLI::App* add_vocabulary_action(const std::string& name, const std::string& what, VocabularyAction action) {
        CLI::App* command = vocabulary_->add_subcommand(name, what);
        add_data(command, vocabulary_command_.data);
        command->callback([this, action] { vocabulary_command_.action = action; });
        return command;
    }

    CLI::App app_{"trialdex: a registry of clinical trials on one machine"};
    CLI::App *import_ = nullptr, *demo_ = nullptr, *serve_ = nullptr, *show_ = nullptr, *check_ = nullptr,
             *check_results_ = nullptr, *stats_ = nullptr, *vocabulary_ = nullptr, *index_ = nullptr,
             *search_ = nullptr, *related_ = nullptr;
    ImportCommand import_command_;
    DemoCommand demo_command_;
    ServeCommand serve_command_;
    ShowCommand show_command_;
    CheckCommand check_command_;
    CheckResultsCommand check_results_command_;
    StatsCommand stats_command_;
    VocabularyCommand vocabulary_command_;
    IndexCommand index_command_;
    SearchCommand search_command_;
    RelatedCommand related_command_;
};

} // namespace
} // namespace trialdex::cli

int main(int argc, char** argv) {
    try {
        return trialdex::cli::CommandLine().run(argc, argv);
    } catch (const std::exception& error) {
        // Out of memory, or a defect of ours: nothing acknowledged is lost, say what is known.
        fmt::print(stderr, "trialdex: unexpected failure: {}\n", error.what());
        return trialdex::cli::kFailed;
    }
}
