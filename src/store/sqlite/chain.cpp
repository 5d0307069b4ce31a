#include "store/sqlite/chain.h"

#include "base/hash.h"

#include <fmt/format.h>

namespace trialdex::store::sqlite {

bool stands_whole(std::size_t version_count) { return version_count % 32 == 0; }

Result<Chain> Chain::load(Connection& connection, const StudyRow& study) {
    Chain chain(connection, study);
    if (auto read = chain.read_rows(); !read) return tl::unexpected(read.error());
    if (chain.size() != study.version_count) {
        return fail(ErrorCode::Corrupt, fmt::format("{} should have {} version(s), but {} are in the store.",
                                                    study.id.text(), study.version_count, chain.size()));
    }
    return chain;
}

Result<void> Chain::read_rows() {
    auto older = find_versions(connection_->database, study_.id);
    if (!older) return tl::unexpected(older.error());
    rows_ = std::move(*older);
    const Link current{0, {study_.posted, study_.holder, study_.sequence}, study_.fingerprint, true};
    rows_.push_back({study_.id, current, study_.version_seen, study_.slot, study_.size, 0});
    return {};
}

std::vector<Link> Chain::links() const {
    std::vector<Link> links;
    links.reserve(rows_.size());
    for (const VersionRow& row : rows_) links.push_back(row.link);
    return links;
}

VersionInfo Chain::info(std::size_t at) const {
    const VersionRow& row = rows_[at];
    const VersionKey& key = row.link.key;
    return {
        static_cast<std::uint32_t>(at + 1), key.posted, key.holder, row.first_seen, key.sequence, row.link.fingerprint};
}

Result<std::string> Chain::text(std::size_t at) {
    std::size_t from = at;
    while (!rows_[from].link.whole) ++from; // ends at the current version at the latest
    auto body = body_of(from);
    if (!body) return body;
    auto text = connection_->unpack(*body, rows_[from].size);
    while (text && from > at) {
        --from;
        body = body_of(from);
        if (!body) return body;
        text = connection_->codec.unpack_against(*text, *body, rows_[from].size);
    }
    return text;
}

Result<std::string> Chain::json(std::size_t at) {
    auto blanked = text(at);
    if (!blanked) return blanked;
    return study::restore_holder(std::move(*blanked), rows_[at].slot, rows_[at].link.key.holder);
}

Result<void> Chain::insert(std::size_t at, VersionRow version, std::string_view text) {
    version.link.whole = stands_whole(size());
    Result<std::string> body;
    if (version.link.whole) {
        const auto dictionary = newest_dictionary(connection_->database);
        if (!dictionary) return tl::unexpected(dictionary.error());
        body = connection_->codec.pack(text, dictionary->get());
    } else {
        const auto newer = this->text(at);
        if (!newer) return tl::unexpected(newer.error());
        body = connection_->codec.pack_against(*newer, text);
    }
    if (!body) return tl::unexpected(body.error());
    if (at > 0) {
        if (auto done = repack(at - 1, text); !done) return done;
    }
    version.id = study_.id;
    version.size = text.size();
    version.checksum = hash64(*body);
    if (auto saved = insert_version(connection_->database, version, *body); !saved) return saved;
    return read_rows();
}

Result<Chain::Removed> Chain::remove(std::size_t at) {
    auto own = text(at);
    if (!own) return tl::unexpected(own.error());
    if (at > 0) {
        const auto newer = text(at + 1);
        if (!newer) return tl::unexpected(newer.error());
        if (auto done = repack(at - 1, *newer); !done) return tl::unexpected(done.error());
    }
    Removed removed{rows_[at], std::move(*own)};
    if (auto done = delete_version(connection_->database, removed.version); !done) return tl::unexpected(done.error());
    if (auto read = read_rows(); !read) return tl::unexpected(read.error());
    return removed;
}

Result<void> Chain::set_holder(std::size_t at, const std::string& holder) {
    rows_[at].link.key.holder = holder;
    return touch_version(connection_->database, rows_[at]);
}

Result<std::string> Chain::body_of(std::size_t at) const {
    if (at + 1 < rows_.size()) return find_version_body(connection_->database, rows_[at]);
    auto record = find_record(connection_->database, study_.id);
    if (!record) return tl::unexpected(record.error());
    return std::move(record->body);
}

Result<void> Chain::repack(std::size_t at, std::string_view newer) {
    if (rows_[at].link.whole) return {};
    const auto own = text(at);
    if (!own) return tl::unexpected(own.error());
    const auto body = connection_->codec.pack_against(newer, *own);
    if (!body) return tl::unexpected(body.error());
    rows_[at].checksum = hash64(*body);
    return update_version(connection_->database, rows_[at], *body);
}

} // namespace trialdex::store::sqlite
