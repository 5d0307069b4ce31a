// The version chain of one study: reading older versions, and putting versions in and out of its middle. The current
// version is the chain's last link; it lives in `study` and `record`, and whoever uses this puts it in place
// (PutBatch).
//
// An older version is packed against the next newer one. Every 32nd is packed whole, so that reading the oldest of a
// very long chain unpacks some 32 of them at most.
#pragma once

#include "store/sqlite/connection.h"
#include "store/sqlite/study_table.h"
#include "store/sqlite/version_table.h"

#include <string>
#include <vector>

namespace trialdex::store::sqlite {

// Whether the next version to become an older one, in a chain of `version_count`, is packed whole.
bool stands_whole(std::size_t version_count);

class Chain {
public:
    // Corrupt when versions are missing.
    static Result<Chain> load(Connection& connection, const StudyRow& study);

    std::size_t size() const { return rows_.size(); }
    std::vector<Link> links() const; // oldest first, the current version last
    VersionInfo info(std::size_t at) const;

    Result<std::string> text(std::size_t at); // version holder blanked
    Result<std::string> json(std::size_t at); // version holder put back

    // Changes to older versions, inside a write transaction; `at` is not the current version's place.
    // What goes in needs its key, fingerprint, first_seen and slot, and goes before what is at `at` (maybe the
    // current).
    Result<void> insert(std::size_t at, VersionRow version, std::string_view text);
    struct Removed {
        VersionRow version;
        std::string text;
    };
    Result<Removed> remove(std::size_t at);
    Result<void> set_holder(std::size_t at, const std::string& holder);

private:
    Chain(Connection& connection, StudyRow study) : connection_(&connection), study_(std::move(study)) {}
    Result<void> read_rows();
    Result<std::string> body_of(std::size_t at) const;
    Result<void> repack(std::size_t at, std::string_view newer); // against a new neighbour

    Connection* connection_;
    StudyRow study_;
    std::vector<VersionRow> rows_;
};

} // namespace trialdex::store::sqlite
