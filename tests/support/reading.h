// Reads a whole input and says what came out, one line an item, for tests of readers.
#pragma once

#include "ingest/open_source.h"
#include "support/temporary_folder.h"

#include <cstdlib>
#include <gtest/gtest.h>
#include <sys/mman.h>
#include <unistd.h>
#include <vector>

namespace trialdex::support {

// "line 1: {…}", "line 2! reason" for a refusal, "byte 9? reason" for trouble.
inline std::string shown(const ingest::Item& item) {
    const char mark = item.kind == ingest::ItemKind::Record ? ':' : item.kind == ingest::ItemKind::Refused ? '!' : '?';
    return item.place + mark + ' ' + item.text;
}

// A regular file that is in memory only.
inline ingest::File file_of(std::string_view content) {
    const int descriptor = memfd_create("input", MFD_CLOEXEC);
    if (pwrite(descriptor, content.data(), content.size(), 0) != static_cast<ssize_t>(content.size())) std::abort();
    return ingest::File(descriptor);
}

inline std::vector<std::string> read_all(std::string_view content, std::size_t max_record_bytes = 1U << 20) {
    std::uint64_t bytes_done = 0;
    auto source = ingest::open_source(file_of(content), {max_record_bytes, nullptr}, &bytes_done);
    if (!source) return {"file! " + source.error().message};
    std::vector<std::string> items;
    while (const auto item = (*source)->next()) items.push_back(shown(*item));
    EXPECT_LE(bytes_done, content.size());
    return items;
}

// A study record that the import takes.
inline std::string study(int number, std::string_view title = "A study") {
    std::string digits = std::to_string(number);
    digits.insert(0, 8 - digits.size(), '0');
    return R"({"protocolSection":{"identificationModule":{"nctId":"NCT)" + digits + R"(","briefTitle":")" +
           std::string(title) + R"("}}})";
}

} // namespace trialdex::support
