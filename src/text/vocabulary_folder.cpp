#include "text/vocabulary_folder.h"

#include "base/hash.h"
#include "base/mapped_file.h"
#include "base/output_file.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <system_error>

namespace trialdex::text {

namespace fs = std::filesystem;

namespace {

std::string path_of(const std::string& folder, const std::string& name) {
    return std::string(folder).append("/").append(name);
}

struct ReadFile {
    MappedFile file;
    Vocabulary vocabulary;
};

Result<ReadFile> read(const std::string& path) {
    auto file = MappedFile::open(path);
    if (!file) return tl::unexpected(file.error());
    auto vocabulary = read_vocabulary(file->bytes(), path);
    if (!vocabulary) return tl::unexpected(vocabulary.error());
    return ReadFile{std::move(*file), std::move(*vocabulary)};
}

VocabularyFile describe(const std::string& name, const ReadFile& read) {
    VocabularyFile file{name, read.vocabulary.kind, read.vocabulary.entries.size(), 0, read.file.bytes().size()};
    for (const VocabularyEntry& entry : read.vocabulary.entries) file.names += 1 + entry.names.size();
    return file;
}

// A file that a folder listing shows as one line, and that is not another's unfinished copy.
bool is_name(const std::string& name) {
    const auto plain = [](char byte) { return static_cast<unsigned char>(byte) >= ' ' && byte != '/' && byte != 0x7F; };
    return !name.empty() && !name.starts_with('.') && !name.ends_with('~') && !name.ends_with(".new") &&
           std::ranges::all_of(name, plain);
}

Result<std::vector<std::string>> file_names(const std::string& folder) {
    std::vector<std::string> names;
    std::error_code error;
    fs::directory_iterator entry(folder, error);
    if (error == std::errc::no_such_file_or_directory) return names;
    for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
        const std::string name = entry->path().filename();
        std::error_code unreadable;
        if (is_name(name) && entry->is_regular_file(unreadable)) names.push_back(name);
        if (names.size() > kMaxVocabularyFiles) {
            return fail(ErrorCode::TooLarge, fmt::format("{} holds more than {} files", folder, kMaxVocabularyFiles));
        }
    }
    if (error) return fail(ErrorCode::Unreadable, fmt::format("{} cannot be read: {}", folder, error.message()));
    std::ranges::sort(names);
    return names;
}

} // namespace

std::string vocabulary_folder(const std::string& data) { return data + "/vocabulary"; }

Result<VocabularyFile> add_vocabulary(const std::string& folder, const std::string& file) {
    const std::string name = fs::path(file).filename();
    if (!is_name(name)) {
        return fail(ErrorCode::InvalidInput, fmt::format("{} is no name for a vocabulary: call the file something like "
                                                         "\"descriptors.tsv\"",
                                                         file));
    }
    auto source = read(file);
    if (!source) return tl::unexpected(source.error());
    const auto names = file_names(folder);
    if (!names) return tl::unexpected(names.error());
    if (names->size() == kMaxVocabularyFiles && !std::ranges::binary_search(*names, name)) {
        return fail(ErrorCode::TooLarge, fmt::format("{} holds {} vocabularies already", folder, kMaxVocabularyFiles));
    }
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) return fail(ErrorCode::Unreadable, fmt::format("{} cannot be made: {}", folder, error.message()));
    if (auto copied = replace_file(folder + "/" + name, source->file.bytes()); !copied) {
        return tl::unexpected(copied.error());
    }
    return describe(name, *source);
}

Result<std::vector<VocabularyFile>> list_vocabularies(const std::string& folder) {
    const auto names = file_names(folder);
    if (!names) return tl::unexpected(names.error());
    std::vector<VocabularyFile> files;
    for (const std::string& name : *names) {
        const auto one = read(path_of(folder, name));
        if (!one) return tl::unexpected(one.error());
        files.push_back(describe(name, *one));
    }
    return files;
}

Result<void> remove_vocabulary(const std::string& folder, const std::string& name) {
    const auto names = file_names(folder);
    if (!names) return tl::unexpected(names.error());
    if (!std::ranges::binary_search(*names, name)) {
        return fail(ErrorCode::NotFound, fmt::format("{} holds no vocabulary {}", folder, name));
    }
    std::error_code error;
    fs::remove(folder + "/" + name, error);
    if (error) return fail(ErrorCode::Unreadable, fmt::format("{} cannot be removed: {}", name, error.message()));
    sync_folder(folder);
    return {};
}

Result<std::uint64_t> vocabularies_fingerprint(const std::string& folder) {
    const auto names = file_names(folder);
    if (!names) return tl::unexpected(names.error());
    std::string all;
    for (const std::string& name : *names) {
        const auto file = MappedFile::open(path_of(folder, name));
        if (!file) return tl::unexpected(file.error());
        all += fmt::format("{} {:016x}\n", name, hash64(file->bytes()));
    }
    return hash64(all);
}

Result<Synonyms> load_vocabularies(const std::string& folder) {
    const auto names = file_names(folder);
    if (!names) return tl::unexpected(names.error());
    std::vector<Vocabulary> vocabularies;
    for (const std::string& name : *names) {
        auto one = read(path_of(folder, name));
        if (!one) return tl::unexpected(one.error());
        vocabularies.push_back(std::move(one->vocabulary));
    }
    // MeSH first: its names are the preferred ones.
    std::ranges::stable_sort(vocabularies, {}, &Vocabulary::kind);
    return Synonyms(merge_vocabularies(vocabularies));
}

} // namespace trialdex::text
