#include "base/hash.h"

#include <xxhash.h>

namespace trialdex {

struct HashStream::State {
    XXH3_state_t* hash = XXH3_createState();
    State() { XXH3_64bits_reset(hash); }
    ~State() { XXH3_freeState(hash); }
    State(const State&) = delete;
    State& operator=(const State&) = delete;
};

HashStream::HashStream() : state_(std::make_unique<State>()) {}
HashStream::~HashStream() = default;
HashStream::HashStream(HashStream&&) noexcept = default;
HashStream& HashStream::operator=(HashStream&&) noexcept = default;

void HashStream::add(std::string_view bytes) { XXH3_64bits_update(state_->hash, bytes.data(), bytes.size()); }

std::uint64_t HashStream::finish() {
    const std::uint64_t sum = XXH3_64bits_digest(state_->hash);
    XXH3_64bits_reset(state_->hash);
    return sum;
}

std::uint64_t hash64(std::string_view bytes) { return XXH3_64bits(bytes.data(), bytes.size()); }

} // namespace trialdex
