// The version chain of one study: reading older versions, and putting versions in and out of its middle. The current
// version is the chain's last link; it lives in `study` and `record`, and is put in place by whoever uses this (see
// put_batch).
//
// An older version is packed against the next newer one. Every 32nd is packed whole, so that reading the oldest of a
// very long chain unpacks at most some 32 of them.
#pragma once

#include "store/sqlite/connection.h"
#include "store/sqlite/study_table.h"
#include "store/version_chain.h"

#include <string>
#include <vector>

namespace trialdex::store::sqlite {

// An older version as it enters the table.
struct OlderVersion {
    NctId id{1};
    VersionKey key;
    Milliseconds first_seen = 0;
    study::Fingerprint fingerprint{};
    study::HolderSlot slot;
    std::string text;
};

// Whether the next version to become an older one, in a chain of `version_count`, is packed whole.
bool stands_whole(std::size_t version_count);

// Adds a row for an older version, its body packed already.
Result<void> save_version(Database& database, const OlderVersion& version, bool whole, std::string_view body);

class Chain {
public:
    static Result<Chain> load(Connection& connection, const StudyRow& study);

    const std::vector<Link>& links() const { return links_; } // oldest first, the current version last
    std::size_t size() const { return links_.size(); }
    VersionInfo info(std::size_t at) const;

    Result<std::string> text(std::size_t at); // version holder blanked
    Result<std::string> json(std::size_t at); // version holder put back

    // Changes to older versions, inside a write transaction; `at` is not the current version's place.
    Result<void> insert(std::size_t at,
                        const OlderVersion& version); // before what is at `at`, which may be the current
    Result<OlderVersion> remove(std::size_t at);
    Result<void> set_holder(std::size_t at, const std::string& holder);

private:
    struct Detail {
        Milliseconds first_seen = 0;
        std::size_t size = 0;
        study::HolderSlot slot;
    };
    Chain(Connection& connection, StudyRow study) : connection_(&connection), study_(std::move(study)) {}
    Result<void> read_links();
    Result<std::string> body_of(std::size_t at) const;
    Result<void> repack(std::size_t at, std::string_view newer); // against a new neighbour

    Connection* connection_;
    StudyRow study_;
    std::vector<Link> links_;
    std::vector<Detail> details_; // beside links_
};

} // namespace trialdex::store::sqlite
