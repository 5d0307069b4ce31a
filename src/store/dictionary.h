// Trained zstd dictionaries: what records have in common, kept once. A frame names the dictionary it needs by number,
// so several can live in one registry, and none is ever thrown away.
#pragma once

#include "base/result.h"

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>

struct ZSTD_CDict_s;
struct ZSTD_DDict_s;

namespace trialdex::store {

class Dictionary {
public:
    // Corrupt when `bytes` is not a trained dictionary.
    static Result<std::shared_ptr<const Dictionary>> load(std::string_view bytes);
    ~Dictionary();
    Dictionary(const Dictionary&) = delete;
    Dictionary& operator=(const Dictionary&) = delete;

    std::uint32_t id() const { return id_; }
    const ZSTD_CDict_s* for_compression() const { return compression_; }
    const ZSTD_DDict_s* for_decompression() const { return decompression_; }

private:
    Dictionary() = default;
    std::uint32_t id_ = 0;
    ZSTD_CDict_s* compression_ = nullptr;
    ZSTD_DDict_s* decompression_ = nullptr;
};

// The dictionaries that this process has met. Safe for use by several threads.
class Dictionaries {
public:
    std::shared_ptr<const Dictionary> find(std::uint32_t id) const; // nullptr when not met yet
    void add(const std::shared_ptr<const Dictionary>& dictionary);

private:
    mutable std::mutex mutex_;
    std::map<std::uint32_t, std::shared_ptr<const Dictionary>> by_id_;
};

// A dictionary out of texts of typical records; empty when there are too few to learn from.
std::string train_dictionary(std::span<const std::string> samples);

} // namespace trialdex::store
