// XXH3, for hash tables and for checksums of our own files: fast (16 GB/s) and good; no defence against an adversary.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

namespace trialdex {

std::uint64_t hash64(std::string_view bytes);

// The same over bytes that come piece by piece.
class HashStream {
public:
    HashStream();
    ~HashStream();
    HashStream(HashStream&&) noexcept;
    HashStream& operator=(HashStream&&) noexcept;

    void add(std::string_view bytes);
    std::uint64_t finish(); // and begin anew

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace trialdex
