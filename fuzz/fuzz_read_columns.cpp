// Any bytes as a section of an index: opening ends in a refusal or in a reader that answers every question from within
// the bytes. The first eight bytes choose the reader and the number of studies.
#include "index/columns/column_table.h"
#include "index/columns/site_table.h"
#include "index/columns/value_table.h"
#include "index/completions/completions.h"
#include "index/profiles/profile_bytes.h"

#include <cstdlib>
#include <cstring>
#include <memory>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

using namespace trialdex::index;

constexpr std::size_t kHeadBytes = 8;
constexpr std::uint32_t kMaxStudies = 300;

// Reads every byte, so that the address sanitizer sees what a reader hands out.
void touch(std::string_view text) {
    std::uint64_t sum = 0;
    for (const char c : text) sum += static_cast<unsigned char>(c);
    if (sum > 255 * text.size()) std::abort();
}

void read_columns(std::string_view bytes, std::uint32_t studies) {
    const auto table = ColumnTable::open(bytes, studies);
    if (!table) return;
    for (std::uint16_t node = 0; node < 100; ++node) {
        const Column* column = table->find(node);
        if (column == nullptr) continue;
        Bits found(studies);
        column->match(-5, 20'000, found);
        column->match(INT64_MIN, INT64_MAX, found);
        for (std::uint32_t study = 0; study <= studies; ++study) column->value(study);
        column->for_each([&](std::uint32_t study, std::int64_t) {
            if (study >= studies) std::abort();
        });
    }
    ColumnTableBuilder builder;
    builder.append(*table, 3);
    if (!ColumnTable::open(builder.finish(), studies + 3)) std::abort();
}

void read_values(std::string_view bytes, std::uint32_t studies) {
    const auto table = ValueTable::open(bytes, studies);
    if (!table) return;
    for (std::uint16_t column = 0; column < table->columns(); ++column) {
        for (std::uint32_t ordinal = 0; ordinal <= table->size(column); ++ordinal) touch(table->text(column, ordinal));
        for (std::uint32_t study = 0; study <= studies; ++study)
            for (const std::uint32_t ordinal : table->ordinals(column, study))
                if (ordinal >= table->size(column)) std::abort();
        if (table->find(column, "France") > table->size(column)) std::abort();
    }
}

void read_sites(std::string_view bytes, std::uint32_t studies) {
    const auto table = SiteTable::open(bytes, studies);
    if (!table) return;
    Bits found(table->sites());
    table->within({48.85, 2.35}, 80'000, found);
    table->within({-89.9, 179.9}, 800'000, found);
    for (std::uint32_t study = 0; study <= studies; ++study) {
        if (table->first_site(study) > table->sites()) std::abort();
        table->nearest(study, {0, 0});
    }
}

void read_names(std::string_view bytes) {
    const auto table = Completions::open(bytes);
    if (!table) return;
    for (const std::string_view prefix : {"a", "br", "cancer", "lung c"}) {
        for (const Completion& completion : table->find(prefix, 20)) touch(completion.text);
        table->word_count(prefix);
        if (const auto word = table->nearest_word(prefix)) touch(*word);
    }
    for (std::uint32_t name = 0; name < table->names(); ++name) touch(table->name(name).text);
    for (std::uint32_t word = 0; word < table->words(); ++word) touch(table->word(word));
}

void read_profile_bytes(std::string_view bytes) {
    const auto whole = read_profile(bytes, ProfilePart::Whole);
    const auto numbers = read_profile(bytes, ProfilePart::Numbers);
    if (!whole) return;
    if (!numbers || numbers->terms != whole->terms) std::abort();
    for (const auto& names : {whole->conditions, whole->interventions, whole->outcomes}) {
        if (names.size() > kMostNames) std::abort();
        for (const std::string& name : names) touch(name);
    }
    // What was read is written and read again alike.
    std::string again;
    append_profile(*whole, again);
    if (read_profile(again, ProfilePart::Whole) != whole) std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < kHeadBytes) return 0;
    const std::uint32_t studies = (data[1] | std::uint32_t{data[2]} << 8) % kMaxStudies;
    // A copy of exactly these bytes, aligned as a mapped section is.
    const auto copy = std::make_unique<std::uint64_t[]>((size - kHeadBytes + 7) / 8);
    if (size > kHeadBytes) std::memcpy(copy.get(), data + kHeadBytes, size - kHeadBytes);
    const std::string_view bytes(reinterpret_cast<const char*>(copy.get()), size - kHeadBytes);
    switch (data[0] % 5) {
    case 0: read_columns(bytes, studies); break;
    case 1: read_values(bytes, studies); break;
    case 2: read_sites(bytes, studies); break;
    case 3: read_names(bytes); break;
    default: read_profile_bytes(bytes);
    }
    return 0;
}
