// Read-only connections, lent to one thread at a time. Opened as needed, kept up to a limit.
#pragma once

#include "store/sqlite/connection.h"

#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace trialdex::store::sqlite {

class ReaderPool {
public:
    ReaderPool(std::string path, std::shared_ptr<Dictionaries> dictionaries)
        : path_(std::move(path)), dictionaries_(std::move(dictionaries)) {}

    // A connection on loan; goes back to the pool at the end of its life, which the pool must see.
    class Lease {
    public:
        Lease(ReaderPool& pool, std::unique_ptr<Connection> connection)
            : pool_(&pool), connection_(std::move(connection)) {}
        Lease(Lease&&) = default;
        Lease& operator=(Lease&&) = delete;
        ~Lease() {
            if (connection_) pool_->give_back(std::move(connection_));
        }
        Connection& operator*() const { return *connection_; }

    private:
        ReaderPool* pool_;
        std::unique_ptr<Connection> connection_;
    };
    Result<Lease> lend();

private:
    void give_back(std::unique_ptr<Connection> connection);

    std::string path_;
    std::shared_ptr<Dictionaries> dictionaries_;
    std::mutex mutex_;
    std::vector<std::unique_ptr<Connection>> idle_;
};

} // namespace trialdex::store::sqlite
