// Keys of the term dictionary. Words are their own keys; what is not a word starts with a control character, which no
// word holds.
#pragma once

#include "index/fields.h"
#include "schema/schema.h"
#include "text/synonyms.h"

#include <string>
#include <string_view>

namespace trialdex::index {

// A code of a field as recorded ("RECRUITING", "true").
inline std::string code_key(FieldNumber field, std::string_view value) {
    std::string key = "\x01";
    key.push_back(static_cast<char>(field >> 8));
    key.push_back(static_cast<char>(field & 0xff));
    return key += value;
}

// Places where a form of several words of the concept stands (text::ConceptId of the index's own table).
inline std::string concept_key(text::ConceptId id) {
    std::string key = "\x02";
    for (int shift = 24; shift >= 0; shift -= 8) key.push_back(static_cast<char>((id >> shift) & 0xff));
    return key;
}

// Studies that have a member of that path.
inline std::string presence_key(const schema::Node& node) { return "\x03" + std::string(node.path); }

// Studies with a list of so many elements at that path.
inline std::string size_key(const schema::Node& node, std::uint32_t size) {
    std::string key = "\x04" + std::string(node.path) + ":";
    for (int shift = 24; shift >= 0; shift -= 8) key.push_back(static_cast<char>((size >> shift) & 0xff));
    return key;
}

// The same for lists inside a location: the place codes are the numbers of the study's locations.
inline std::string site_size_key(const schema::Node& node, std::uint32_t size) {
    std::string key = size_key(node, size);
    key[0] = '\x06';
    return key;
}

// Every value of every study; its place in the value is how many places the value takes.
inline constexpr std::string_view kEndKey = "\x05";

// Studies in which the words of a common phrase (index/common_phrases.h) stand in a row.
inline std::string common_phrase_key(std::string_view phrase) { return "\x07" + std::string(phrase); }

// Keys whose lists are studies only.
inline bool is_set_key(std::string_view key) { return key[0] == '\x03' || key[0] == '\x04'; }
// Keys whose lists have place codes, but no places within the value.
inline bool has_places(std::string_view key) {
    return key[0] != '\x01' && key[0] != '\x02' && key[0] != '\x06' && key[0] != '\x07';
}
// Keys whose lists have studies and impacts, but no place codes.
inline bool has_codes(std::string_view key) { return key[0] != '\x07' && !is_set_key(key); }

} // namespace trialdex::index
