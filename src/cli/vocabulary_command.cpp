// trialdex vocabulary: which names mean the same, from files.
#include "cli/commands.h"
#include "cli/registry.h"
#include "text/vocabulary_folder.h"

#include <fmt/format.h>

namespace trialdex::cli {

namespace {

std::string line_of(const text::VocabularyFile& file) {
    return fmt::format("{}: {}, {} concepts with {} names, {}", file.name, text::kind_words(file.kind),
                       count_words(file.entries), count_words(file.names), size_words(file.bytes));
}

void say_what_next(const std::string& data) {
    fmt::print("Searches follow it after: trialdex index --data {}\n", data);
}

int add(const std::string& data, const std::string& file) {
    const auto added = text::add_vocabulary(text::vocabulary_folder(data), file);
    if (!added) return report_failure(added.error());
    fmt::print("{}\n", line_of(*added));
    say_what_next(data);
    return kDone;
}

int list(const std::string& data) {
    const auto files = text::list_vocabularies(text::vocabulary_folder(data));
    if (!files) return report_failure(files.error());
    for (const text::VocabularyFile& file : *files) fmt::print("{}\n", line_of(file));
    if (files->empty()) fmt::print("No vocabularies in {}. Put one in with: trialdex vocabulary add FILE\n", data);
    return kDone;
}

int remove(const std::string& data, const std::string& name) {
    if (auto removed = text::remove_vocabulary(text::vocabulary_folder(data), name); !removed) {
        return report_failure(removed.error());
    }
    fmt::print("{} is removed\n", name);
    say_what_next(data);
    return kDone;
}

} // namespace

int run_vocabulary(const VocabularyCommand& command) {
    // Names belong to a registry: a mistyped folder shall not become one.
    if (!open_registry(command.data, store::OpenMode::ReadOnly)) return kFailed;
    const std::string data = data_folder(command.data);
    switch (command.action) {
    case VocabularyAction::Add: return add(data, command.file);
    case VocabularyAction::Remove: return remove(data, command.file);
    case VocabularyAction::List: break;
    }
    return list(data);
}

} // namespace trialdex::cli
