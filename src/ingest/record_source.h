// What a reader makes of an input: records one by one, each with its place, and what stood where a record should be.
// Readers hold one record at a time, so memory is bounded by the longest record that is let in.
#pragma once

#include <atomic>
#include <cstdint>
#include <optional>
#include <string>

namespace trialdex::ingest {

struct ReadLimits {
    std::size_t max_record_bytes = 32U << 20;
    const std::atomic<bool>* cancel = nullptr; // set: reading ends as if the input did

    bool cancelled() const { return cancel != nullptr && cancel->load(std::memory_order_relaxed); }
};

enum class ItemKind : std::uint8_t {
    Record,  // `text` is the JSON text of one record, not checked yet
    Refused, // there was a record, and `text` says why it cannot be taken
    Trouble, // `text` says which part of the input could not be read
};

struct Item {
    ItemKind kind;
    std::string place; // "line 17", "entry NCT00000001.json", "element 3", "byte 5120"
    std::string text;
};

class RecordSource {
public:
    virtual ~RecordSource() = default;
    virtual std::optional<Item> next() = 0; // nullopt at the end, and from then on
};

} // namespace trialdex::ingest
