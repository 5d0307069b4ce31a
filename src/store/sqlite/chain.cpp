#include "store/sqlite/chain.h"

#include "store/checksum.h"

#include <fmt/format.h>

namespace trialdex::store::sqlite {

bool stands_whole(std::size_t version_count) { return version_count % 32 == 0; }

Result<void> save_version(Database& database, const OlderVersion& version, bool whole, std::string_view body) {
    const std::string fingerprint = fingerprint_bytes(version.fingerprint);
    Rows rows(
        database,
        "INSERT INTO version(nct, posted, holder, sequence, first_seen, fingerprint, slot, size, whole, checksum, "
        "body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        version.id.number(), version.key.posted, version.key.holder, version.key.sequence, version.first_seen,
        Blob{fingerprint}, version.slot.offset, std::uint64_t{version.text.size()}, whole, checksum_of(body),
        Blob{body});
    return rows.run();
}

Result<Chain> Chain::load(Connection& connection, const StudyRow& study) {
    Chain chain(connection, study);
    if (auto read = chain.read_links(); !read) return tl::unexpected(read.error());
    return chain;
}

Result<void> Chain::read_links() {
    links_.clear();
    details_.clear();
    Rows rows(connection_->database,
              "SELECT id, posted, holder, sequence, fingerprint, whole, first_seen, size, slot FROM version "
              "WHERE nct = ? ORDER BY posted, holder, sequence",
              study_.id.number());
    for (;;) {
        const auto row = rows.next();
        if (!row) return tl::unexpected(row.error());
        if (!*row) break;
        links_.push_back({rows.integer(0),
                          {rows.text(1), rows.text(2), rows.natural(3)},
                          fingerprint_from(rows.bytes(4)),
                          rows.integer(5) != 0});
        details_.push_back({rows.integer(6), rows.natural(7), {static_cast<std::uint32_t>(rows.integer(8))}});
    }
    links_.push_back({0, {study_.posted, study_.holder, study_.sequence}, study_.fingerprint, true});
    details_.push_back({study_.version_seen, study_.size, study_.slot});
    return {};
}

VersionInfo Chain::info(std::size_t at) const {
    const Link& link = links_[at];
    return {static_cast<std::uint32_t>(at + 1),
            link.key.posted,
            link.key.holder,
            details_[at].first_seen,
            link.key.sequence,
            link.fingerprint};
}

Result<std::string> Chain::text(std::size_t at) {
    std::size_t from = at;
    while (!links_[from].whole) ++from; // ends at the current version at the latest
    auto body = body_of(from);
    if (!body) return body;
    auto text = connection_->unpack(*body, details_[from].size);
    while (text && from > at) {
        --from;
        body = body_of(from);
        if (!body) return body;
        text = connection_->codec.unpack_against(*text, *body, details_[from].size);
    }
    return text;
}

Result<std::string> Chain::json(std::size_t at) {
    auto blanked = text(at);
    if (!blanked) return blanked;
    return study::restore_holder(std::move(*blanked), details_[at].slot, links_[at].key.holder);
}

Result<void> Chain::insert(std::size_t at, const OlderVersion& version) {
    const bool whole = stands_whole(size());
    Result<std::string> body;
    if (whole) {
        const auto dictionary = newest_dictionary(connection_->database);
        if (!dictionary) return tl::unexpected(dictionary.error());
        body = connection_->codec.pack(version.text, dictionary->get());
    } else {
        const auto newer = text(at);
        if (!newer) return tl::unexpected(newer.error());
        body = connection_->codec.pack_against(*newer, version.text);
    }
    if (!body) return tl::unexpected(body.error());
    if (at > 0) {
        if (auto done = repack(at - 1, version.text); !done) return done;
    }
    if (auto saved = save_version(connection_->database, version, whole, *body); !saved) return saved;
    return read_links();
}

Result<OlderVersion> Chain::remove(std::size_t at) {
    auto removed = text(at);
    if (!removed) return tl::unexpected(removed.error());
    if (at > 0) {
        const auto newer = text(at + 1);
        if (!newer) return tl::unexpected(newer.error());
        if (auto done = repack(at - 1, *newer); !done) return tl::unexpected(done.error());
    }
    OlderVersion version{study_.id,         links_[at].key,     details_[at].first_seen, links_[at].fingerprint,
                         details_[at].slot, std::move(*removed)};
    Rows rows(connection_->database, "DELETE FROM version WHERE id = ?", links_[at].row);
    if (auto done = rows.run(); !done) return tl::unexpected(done.error());
    if (auto read = read_links(); !read) return tl::unexpected(read.error());
    return version;
}

Result<void> Chain::set_holder(std::size_t at, const std::string& holder) {
    links_[at].key.holder = holder;
    Rows rows(connection_->database, "UPDATE version SET holder = ?2 WHERE id = ?1", links_[at].row, holder);
    return rows.run();
}

Result<std::string> Chain::body_of(std::size_t at) const {
    if (at + 1 == links_.size()) {
        auto record = find_record(connection_->database, study_.id);
        if (!record) return tl::unexpected(record.error());
        return std::move(record->body);
    }
    Rows rows(connection_->database, "SELECT checksum, body FROM version WHERE id = ?", links_[at].row);
    const auto row = rows.next();
    if (!row) return tl::unexpected(row.error());
    if (!*row || checksum_of(rows.bytes(1)) != rows.natural(0)) {
        return fail(ErrorCode::Corrupt,
                    fmt::format("Version {} of {} is damaged: its checksum does not match.", at + 1, study_.id.text()));
    }
    return rows.text(1);
}

Result<void> Chain::repack(std::size_t at, std::string_view newer) {
    if (links_[at].whole) return {};
    const auto own = text(at);
    if (!own) return tl::unexpected(own.error());
    const auto body = connection_->codec.pack_against(newer, *own);
    if (!body) return tl::unexpected(body.error());
    Rows rows(connection_->database, "UPDATE version SET checksum = ?2, body = ?3 WHERE id = ?1", links_[at].row,
              checksum_of(*body), Blob{*body});
    return rows.run();
}

} // namespace trialdex::store::sqlite
