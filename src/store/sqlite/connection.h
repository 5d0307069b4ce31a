// A connection to the registry's database together with what it takes to read records: codec, dictionaries, module
// bits. Used by one thread at a time.
#pragma once

#include "store/record_codec.h"
#include "store/sqlite/database.h"
#include "store/sqlite/module_bits.h"

#include <memory>
#include <string>

namespace trialdex::store::sqlite {

struct Connection {
    // For a database that has its tables. `dictionaries` are shared by the connections of one store.
    static Result<std::unique_ptr<Connection>> open(const std::string& path, Access access,
                                                    std::shared_ptr<Dictionaries> dictionaries);

    // The record text in `body`, with whatever dictionary it was packed with.
    Result<std::string> unpack(std::string_view body, std::size_t size);
    // The dictionary that `body` was packed with, null when with none; loaded on first use.
    Result<std::shared_ptr<const Dictionary>> dictionary_of(std::string_view body);

    Database database;
    RecordCodec codec;
    ModuleBits modules;
    std::shared_ptr<Dictionaries> dictionaries;
};

// The newest dictionary, null when none was trained.
Result<std::shared_ptr<const Dictionary>> newest_dictionary(Database& database);

} // namespace trialdex::store::sqlite
