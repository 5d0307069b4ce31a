// Short forms for writing nested records: members, objects and lists that close themselves.
#pragma once

#include "base/json_writer.h"

#include <string_view>

namespace trialdex::demo {

template <class Body> void object(JsonWriter& out, std::string_view key, Body&& body) {
    out.key(key).begin_object();
    body();
    out.end_object();
}

template <class Body> void list(JsonWriter& out, std::string_view key, Body&& body) {
    out.key(key).begin_array();
    body();
    out.end_array();
}

template <class Body> void element(JsonWriter& out, Body&& body) {
    out.begin_object();
    body();
    out.end_object();
}

// A list of objects, one for each item; records leave out empty lists.
template <class Items, class Body>
void objects(JsonWriter& out, std::string_view key, const Items& items, Body&& body) {
    if (items.empty()) return;
    list(out, key, [&] {
        for (const auto& item : items) element(out, [&] { body(item); });
    });
}

// A list of texts; left out when empty.
template <class Items> void texts(JsonWriter& out, std::string_view key, const Items& items) {
    if (items.empty()) return;
    list(out, key, [&] {
        for (const auto& item : items) out.string(item);
    });
}

// A text; left out when empty, as records do.
inline void text(JsonWriter& out, std::string_view key, std::string_view value) {
    if (!value.empty()) out.member(key, value);
}

} // namespace trialdex::demo
