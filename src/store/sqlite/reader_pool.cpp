#include "store/sqlite/reader_pool.h"

namespace trialdex::store::sqlite {

namespace {

// More threads than this may read at once; they open a connection (about 0.2 ms) and close it again.
constexpr std::size_t kMaxIdle = 16;

} // namespace

Result<ReaderPool::Lease> ReaderPool::lend() {
    {
        const std::lock_guard lock(mutex_);
        if (!idle_.empty()) {
            Lease lease(*this, std::move(idle_.back()));
            idle_.pop_back();
            return lease;
        }
    }
    auto connection = Connection::open(path_, Access::Read, dictionaries_);
    if (!connection) return tl::unexpected(connection.error());
    return Lease(*this, std::move(*connection));
}

void ReaderPool::give_back(std::unique_ptr<Connection> connection) {
    const std::lock_guard lock(mutex_);
    if (idle_.size() < kMaxIdle) idle_.push_back(std::move(connection));
}

} // namespace trialdex::store::sqlite
