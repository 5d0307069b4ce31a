// What does the index take from a record? Every leaf by kind, with its place code; every member that is there; every
// list's size; every location's point. A null counts as absent.
#pragma once

#include "index/columns/site_table.h"
#include "index/fields.h"
#include "study/json.h"
#include "text/words.h"

#include <optional>
#include <string_view>
#include <vector>

namespace trialdex::index {

struct WordsValue {
    PlaceCode code;
    text::Markup markup;
    std::string_view text;
};

struct CodeValue {
    PlaceCode code;
    std::string_view value;
};

struct LineValue { // of a sortable leaf, see study/sortable.h
    std::uint16_t node;
    std::int64_t place;
};

struct ListSize {
    std::uint16_t node;
    std::uint32_t size;
};

struct SiteListSize { // of a list inside a location
    std::uint16_t node;
    std::uint32_t size;
    std::uint32_t site;
};

// Views point into the record's document.
struct RecordValues {
    std::vector<WordsValue> words; // ascending by code
    std::vector<CodeValue> codes;  // ascending by code
    std::vector<LineValue> lines;
    std::vector<std::uint16_t> present;   // node ids, ascending, each once
    std::vector<ListSize> sizes;          // ascending, each once
    std::vector<SiteListSize> site_sizes; // sites ascending
    std::vector<std::optional<Place>> sites;
};

// Reads records one after the other; the vectors are reused.
class RecordReader {
public:
    RecordReader();
    const RecordValues& read(study::Value root);

private:
    void structure(study::Value value, const schema::Node& node);
    void value(study::Value value, const schema::Node& node);
    void leaf(study::Value value, const schema::Node& node);
    std::uint32_t element(const schema::Node& node, FieldNumber field);
    void begin_site();

    RecordValues values_;
    std::vector<std::uint32_t> elements_; // by node: values met so far
    std::vector<bool> below_locations_;   // by node
    std::uint16_t locations_;             // node
    std::uint16_t point_;                 // node
    std::uint32_t site_ = 0;
};

} // namespace trialdex::index
