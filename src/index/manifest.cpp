#include "index/manifest.h"

#include "base/hash.h"
#include "base/mapped_file.h"
#include "index/profiles/profile.h"
#include "index/ranking_table.h"
#include "index/vectors/study_vectors.h"
#include "schema/schema.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fmt/format.h>
#include <set>

namespace trialdex::index {

namespace {

constexpr std::string_view kHead = "trialdex index manifest 1";
constexpr std::string_view kPrefix = "manifest-";

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(separator), text.size());
        parts.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

bool read_number(std::string_view text, std::uint64_t& value, int base = 10) {
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value, base);
    return failure == std::errc() && end == text.data() + text.size();
}

// Names are ours: anything else would let a damaged manifest lead out of the folder.
bool is_file_name(std::string_view name) {
    return !name.empty() && name.find('/') == std::string_view::npos && name != "." && name != "..";
}

bool read_line(std::string_view line, Manifest& manifest) {
    const auto words = split(line, ' ');
    if (words.size() < 2) return false;
    if (words[0] == "generation") return read_number(words[1], manifest.generation);
    if (words[0] == "sequence") return read_number(words[1], manifest.store_sequence);
    if (words[0] == "rules") return read_number(words[1], manifest.rules, 16);
    if (words[0] == "vocabulary") return read_number(words[1], manifest.vocabulary, 16);
    if (words[0] == "areas")
        return words.size() == 3 && read_number(words[1], manifest.fast_areas[0], 16) &&
               read_number(words[2], manifest.fast_areas[1], 16);
    if (words[0] == "synonyms" && is_file_name(words[1])) {
        manifest.synonyms = words[1];
        return true;
    }
    if (words[0] == "phrases" && is_file_name(words[1])) {
        manifest.phrases = words[1];
        return true;
    }
    if (words[0] == "model" && is_file_name(words[1])) {
        manifest.model = words[1];
        return true;
    }
    if (words[0] == "segment" && words.size() <= 3 && is_file_name(words[1])) {
        if (words.size() == 3 && !is_file_name(words[2])) return false;
        manifest.parts.push_back({std::string(words[1]), words.size() == 3 ? std::string(words[2]) : std::string()});
        return true;
    }
    return false;
}

} // namespace

std::string manifest_name(std::uint64_t generation) { return fmt::format("{}{}", kPrefix, generation); }

std::string write_manifest(const Manifest& manifest) {
    std::string text = fmt::format(
        "{}\ngeneration {}\nsequence {}\nrules {:016x}\nvocabulary {:016x}\nsynonyms {}\nphrases {}\n"
        "model {}\nareas {:016x} {:016x}\n",
        kHead, manifest.generation, manifest.store_sequence, manifest.rules, manifest.vocabulary, manifest.synonyms,
        manifest.phrases, manifest.model, manifest.fast_areas[0], manifest.fast_areas[1]);
    for (const auto& part : manifest.parts)
        text += fmt::format("segment {}{}{}\n", part.segment, part.deleted.empty() ? "" : " ", part.deleted);
    text += fmt::format("checksum {:016x}\n", hash64(text));
    return text;
}

Result<Manifest> read_manifest(std::string_view text) {
    const auto damaged = [] { return fail(ErrorCode::Corrupt, "the manifest of the index is damaged"); };
    const std::size_t last = text.rfind("checksum ");
    std::uint64_t sum = 0;
    if (last == std::string_view::npos || text.size() != last + 26 || text.back() != '\n') return damaged();
    if (!read_number(text.substr(last + 9, 16), sum, 16) || sum != hash64(text.substr(0, last))) return damaged();
    const auto lines = split(text.substr(0, last), '\n');
    if (lines.empty() || lines[0] != kHead) return damaged();
    Manifest manifest;
    for (std::size_t i = 1; i < lines.size(); ++i) {
        if (!read_line(lines[i], manifest)) return damaged();
    }
    if (manifest.generation == 0 || manifest.synonyms.empty() || manifest.phrases.empty() || manifest.model.empty())
        return damaged();
    return manifest;
}

std::vector<std::uint64_t> generations(const std::string& folder) {
    std::vector<std::uint64_t> found;
    std::error_code failure;
    for (const auto& entry : std::filesystem::directory_iterator(folder, failure)) {
        const std::string name = entry.path().filename().string();
        std::uint64_t generation = 0;
        if (name.starts_with(kPrefix) && read_number(std::string_view(name).substr(kPrefix.size()), generation))
            found.push_back(generation);
    }
    std::sort(found.rbegin(), found.rend());
    return found;
}

Result<Manifest> load_manifest(const std::string& folder, std::uint64_t generation) {
    const std::string path = folder + "/" + manifest_name(generation);
    const auto file = MappedFile::open(path);
    if (!file) return tl::unexpected(file.error());
    auto manifest = read_manifest(file->bytes());
    if (!manifest) return fail(ErrorCode::Corrupt, path + ": " + manifest.error().message);
    return manifest;
}

void remove_unused_files(const std::string& folder) {
    std::set<std::string> used{std::string(kLockName)};
    const auto all = generations(folder);
    std::size_t kept = 0;
    for (const std::uint64_t generation : all) {
        const auto manifest = load_manifest(folder, generation);
        if (!manifest || kept == 2) continue;
        ++kept;
        used.insert({manifest_name(generation), manifest->synonyms, manifest->phrases, manifest->model});
        for (const auto& part : manifest->parts) used.insert({part.segment, part.deleted, vectors_name(part.segment)});
    }
    if (kept == 0) return; // nothing is known to be good: leave all as it is
    std::error_code failure;
    std::vector<std::filesystem::path> unused;
    for (const auto& entry : std::filesystem::directory_iterator(folder, failure)) {
        if (!used.contains(entry.path().filename().string())) unused.push_back(entry.path());
    }
    for (const auto& path : unused) std::filesystem::remove(path, failure);
}

std::uint64_t rules_fingerprint() {
    std::string rules = fmt::format("{}\n", kIndexVersion);
    for (const RankingRow& row : ranking_rows())
        rules += fmt::format("{} {} {} {}\n", row.piece, row.weight, row.length_part, row.average_length);
    for (const schema::Node& node : schema::nodes())
        rules += fmt::format("{} {} {}\n", node.path, static_cast<int>(node.value), node.list);
    for (std::size_t field = 0; field <= kCodeFields; ++field) { // profiles name codes by their places
        const auto& codes = field < kCodeFields ? codes_of(static_cast<CodeField>(field)) : phase_codes();
        for (const schema::EnumValue& code : codes.values) rules += fmt::format("{} {}\n", codes.name, code.value);
    }
    for (const schema::SearchArea& area : schema::search_areas()) {
        for (const auto& part : area.parts)
            rules += fmt::format("{} {} {}\n", area.name, fmt::join(part.pieces, " "), part.synonyms);
    }
    return hash64(rules);
}

} // namespace trialdex::index
