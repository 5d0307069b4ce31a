// Opening the newest sound generation, and checking all of its bytes.
#include "base/hash.h"
#include "index/index.h"
#include "index/index_folder.h"
#include "index/manifest.h"
#include "index/synonyms_file.h"

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <fmt/format.h>

namespace trialdex::index {

namespace {

Result<VectorModel> read_model(const std::string& path) {
    const auto file = MappedFile::open(path);
    if (!file) return tl::unexpected(file.error());
    auto model = VectorModel::read(file->bytes());
    if (!model) return fail(ErrorCode::Corrupt, path + ": " + model.error().message);
    return model;
}

Result<std::shared_ptr<Snapshot>> open_generation(const std::string& folder, std::uint64_t generation) {
    const auto manifest = load_manifest(folder, generation);
    if (!manifest) return tl::unexpected(manifest.error());
    if (manifest->rules != rules_fingerprint())
        return fail(ErrorCode::Corrupt, fmt::format("{}/{} was made by another version of trialdex; run trialdex index",
                                                    folder, manifest_name(generation)));
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->generation = generation;
    snapshot->store_sequence = manifest->store_sequence;
    std::copy(std::begin(manifest->fast_areas), std::end(manifest->fast_areas), snapshot->fast_areas);
    for (const auto& part : manifest->parts) {
        auto segment = Segment::open(folder + "/" + part.segment);
        if (!segment) return tl::unexpected(segment.error());
        Bits deleted;
        if (!part.deleted.empty()) {
            auto read = read_deleted(folder + "/" + part.deleted, (*segment)->studies());
            if (!read) return tl::unexpected(read.error());
            deleted = std::move(*read);
        }
        auto vectors = StudyVectors::open(folder + "/" + vectors_name(part.segment), (*segment)->studies());
        if (!vectors) return tl::unexpected(vectors.error());
        snapshot->bytes += (*segment)->file.bytes() + vectors->bytes();
        snapshot->parts.push_back(
            {std::move(*segment), std::move(deleted), std::make_shared<const StudyVectors>(std::move(*vectors))});
    }
    auto synonyms = read_synonyms(folder + "/" + manifest->synonyms);
    if (!synonyms) return tl::unexpected(synonyms.error());
    snapshot->synonyms = std::move(*synonyms);
    auto phrases = read_common_phrases(folder + "/" + manifest->phrases);
    if (!phrases) return tl::unexpected(phrases.error());
    snapshot->phrases = std::move(*phrases);
    auto model = read_model(folder + "/" + manifest->model);
    if (!model) return tl::unexpected(model.error());
    snapshot->model = std::make_shared<const VectorModel>(std::move(*model));
    return snapshot;
}

} // namespace

std::uint64_t Snapshot::studies() const {
    std::uint64_t sum = 0;
    for (const Part& part : parts) sum += part.segment->studies() - part.deleted.count();
    return sum;
}

Result<std::shared_ptr<const Snapshot>> open_newest(const std::string& registry) {
    const std::string folder = index_folder(registry);
    std::vector<std::string> warnings;
    for (const std::uint64_t generation : generations(folder)) {
        auto snapshot = open_generation(folder, generation);
        if (snapshot) {
            (*snapshot)->warnings = std::move(warnings);
            return std::shared_ptr<const Snapshot>(std::move(*snapshot));
        }
        warnings.push_back(snapshot.error().message);
    }
    if (!warnings.empty()) return fail(ErrorCode::Corrupt, warnings.front());
    return fail(ErrorCode::NotFound,
                fmt::format("{} has no search index yet; build it with: trialdex index", registry));
}

std::uint64_t newest_generation(const std::string& registry) {
    const auto all = generations(index_folder(registry));
    return all.empty() ? 0 : all.front();
}

Result<std::vector<std::string>> check(const std::string& registry) {
    const std::string folder = index_folder(registry);
    const auto all = generations(folder);
    std::vector<std::string> problems;
    if (all.empty()) return problems;
    auto snapshot = open_generation(folder, all.front());
    if (!snapshot) {
        problems.push_back(snapshot.error().message);
        return problems;
    }
    for (const auto& part : (*snapshot)->parts) {
        const SegmentFile& file = part.segment->file;
        for (std::size_t block = 0; block < file.blocks(); ++block) {
            if (!file.block_is_sound(block))
                problems.push_back(fmt::format("{}: block {} does not match its checksum; run trialdex index --anew",
                                               file.path(), block));
        }
    }
    return problems;
}

std::string index_folder(const std::string& registry) { return registry + "/index"; }

std::string deleted_bytes(const Bits& deleted) {
    std::string bytes(reinterpret_cast<const char*>(deleted.words().data()), deleted.words().size() * 8);
    const std::uint64_t sum = hash64(bytes);
    bytes.append(reinterpret_cast<const char*>(&sum), 8);
    return bytes;
}

Result<Bits> read_deleted(const std::string& path, std::uint32_t studies) {
    const auto file = MappedFile::open(path);
    if (!file) return tl::unexpected(file.error());
    Bits deleted(studies);
    const std::size_t size = deleted.words().size() * 8;
    std::uint64_t sum = 0;
    if (file->bytes().size() == size + 8) std::memcpy(&sum, file->bytes().data() + size, 8);
    if (file->bytes().size() != size + 8 || sum != hash64(file->bytes().substr(0, size)))
        return fail(ErrorCode::Corrupt, path + " is damaged; run trialdex index to build it anew");
    std::memcpy(deleted.words().data(), file->bytes().data(), size);
    return deleted;
}

} // namespace trialdex::index
