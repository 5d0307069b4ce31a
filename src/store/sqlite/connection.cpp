#include "store/sqlite/connection.h"

#include "base/hash.h"

namespace trialdex::store::sqlite {

namespace {

// Readers map the file (SQLite caps this at 2 GB): no copy, and no system call for what is in memory. The writer does
// not: a mapped file that cannot be read is a signal instead of an error.
constexpr std::string_view kForReading = "PRAGMA mmap_size=2147418112; PRAGMA query_only=ON;";
constexpr std::string_view kForWriting =
    "PRAGMA synchronous=FULL; PRAGMA cache_size=-65536; PRAGMA journal_size_limit=67108864;";

Result<std::shared_ptr<const Dictionary>> loaded(Rows& rows) {
    const auto row = rows.next();
    if (!row) return tl::unexpected(row.error());
    if (!*row) return nullptr;
    if (hash64(rows.bytes(1)) != rows.natural(0)) {
        return fail(ErrorCode::Corrupt, "A compression dictionary of the registry is damaged.");
    }
    return Dictionary::load(rows.bytes(1));
}

} // namespace

Result<std::unique_ptr<Connection>> Connection::open(const std::string& path, Access access,
                                                     std::shared_ptr<Dictionaries> dictionaries) {
    auto connection = std::make_unique<Connection>();
    connection->dictionaries = std::move(dictionaries);
    auto database = Database::open(path, access);
    if (!database) return tl::unexpected(database.error());
    connection->database = std::move(*database);
    const std::string settings(access == Access::Read ? kForReading : kForWriting);
    if (auto set = connection->database.execute(settings); !set) return tl::unexpected(set.error());
    auto modules = ModuleBits::load(connection->database);
    if (!modules) return tl::unexpected(modules.error());
    connection->modules = std::move(*modules);
    return connection;
}

Result<std::string> Connection::unpack(std::string_view body, std::size_t size) {
    const auto dictionary = dictionary_of(body);
    if (!dictionary) return tl::unexpected(dictionary.error());
    return codec.unpack(body, size, dictionary->get());
}

Result<std::shared_ptr<const Dictionary>> Connection::dictionary_of(std::string_view body) {
    const std::uint32_t id = RecordCodec::dictionary_id(body);
    if (id == 0) return nullptr;
    if (auto known = dictionaries->find(id)) return known;
    Rows rows(database, "SELECT checksum, body FROM dictionary WHERE id = ?", id);
    auto dictionary = loaded(rows);
    if (!dictionary) return dictionary;
    if (!*dictionary) return fail(ErrorCode::Corrupt, "A record needs a compression dictionary that is not there.");
    dictionaries->add(*dictionary);
    return dictionary;
}

Result<std::shared_ptr<const Dictionary>> newest_dictionary(Database& database) {
    Rows rows(database, "SELECT checksum, body FROM dictionary ORDER BY number DESC LIMIT 1");
    return loaded(rows);
}

} // namespace trialdex::store::sqlite
