// Append-only JSON writer: the only way JSON leaves the program, apart from slices of stored records.
// Commas are placed by the writer; the caller keeps objects and arrays balanced.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace trialdex {

class JsonWriter {
public:
    JsonWriter& begin_object() { return open('{'); }
    JsonWriter& end_object() { return close('}'); }
    JsonWriter& begin_array() { return open('['); }
    JsonWriter& end_array() { return close(']'); }
    JsonWriter& key(std::string_view name);

    JsonWriter& string(std::string_view text);
    JsonWriter& integer(std::int64_t value);
    JsonWriter& natural(std::uint64_t value);
    JsonWriter& number(double value); // must be finite; shortest form that reads back the same
    JsonWriter& boolean(bool value);
    // `json` must be one valid JSON value; it is copied as it stands.
    JsonWriter& raw(std::string_view json);

    // A member in one call.
    JsonWriter& member(std::string_view name, std::string_view text) { return key(name).string(text); }
    JsonWriter& member(std::string_view name, const char* text) { return key(name).string(text); }
    JsonWriter& member(std::string_view name, std::int64_t value) { return key(name).integer(value); }
    JsonWriter& member(std::string_view name, int value) { return key(name).integer(value); }
    JsonWriter& member(std::string_view name, std::uint64_t value) { return key(name).natural(value); }
    JsonWriter& member(std::string_view name, bool value) { return key(name).boolean(value); }

    const std::string& text() const { return out_; }
    std::string take() { return std::move(out_); }

private:
    JsonWriter& open(char bracket);
    JsonWriter& close(char bracket);
    void separate();

    std::string out_;
    bool needs_comma_ = false;
};

// Appends `text` as a JSON string with its quotes. Bytes from 0x80 on are copied: callers hold valid UTF-8.
void append_json_string(std::string& out, std::string_view text);

} // namespace trialdex
