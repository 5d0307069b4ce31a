// What a disk or a hand may do to a section's bytes: cut them short or turn some of them over.
#pragma once

#include <algorithm>
#include <cstring>
#include <functional>
#include <random>
#include <string>
#include <string_view>
#include <sys/mman.h>
#include <unistd.h>

namespace trialdex {

// A copy of bytes that ends, but for alignment, at a page nobody may touch: who reads on is stopped by the hardware.
class GuardedBytes {
public:
    explicit GuardedBytes(std::string_view bytes) {
        const auto page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
        const std::size_t room = (bytes.size() + page) / page * page;
        size_ = room + page;
        memory_ = mmap(nullptr, size_, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        auto* const guard = static_cast<char*>(memory_) + room;
        char* const begin = guard - (bytes.size() + 7) / 8 * 8;
        if (!bytes.empty()) std::memcpy(begin, bytes.data(), bytes.size());
        mprotect(guard, page, PROT_NONE);
        view_ = {begin, bytes.size()};
    }
    ~GuardedBytes() { munmap(memory_, size_); }
    GuardedBytes(const GuardedBytes&) = delete;
    GuardedBytes& operator=(const GuardedBytes&) = delete;

    std::string_view view() const { return view_; }

private:
    void* memory_ = nullptr;
    std::size_t size_ = 0;
    std::string_view view_;
};

// Hands `look` many damaged copies of `bytes`; it opens them and asks everything. That it returns is the test.
inline void with_damaged(const std::string& bytes, int rounds, const std::function<void(std::string_view)>& look) {
    std::mt19937 random(20);
    const auto below = [&](std::size_t limit) {
        return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random);
    };
    for (int round = 0; round < rounds; ++round) {
        std::string damaged = bytes;
        for (std::size_t flips = 1 + below(4); flips != 0; --flips) {
            // Half of the flips hit the first bytes, where counts and forms stand.
            const std::size_t at = below(below(2) == 0 ? std::min<std::size_t>(64, damaged.size()) : damaged.size());
            damaged[at] = static_cast<char>(below(256));
        }
        if (below(4) == 0) damaged.resize(below(damaged.size()));
        look(GuardedBytes(damaged).view());
    }
}

} // namespace trialdex
