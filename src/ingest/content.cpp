#include "ingest/content.h"

#include "ingest/json_reader.h"
#include "ingest/reasons.h"
#include "ingest/value_scanner.h"

#include <array>
#include <fmt/format.h>
#include <string>

namespace trialdex::ingest {

namespace {

using namespace std::string_view_literals;

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf"sv;
constexpr std::size_t kFirstLook = 512; // covers all magic bytes below
constexpr std::size_t kMaxLeadingSpace = 64U << 10;

struct Magic {
    std::string_view bytes;
    Content content;
};
constexpr std::array kMagic = {
    Magic{"PK\x03\x04"sv, Content::Zip},        Magic{"PK\x05\x06"sv, Content::Zip}, // without entries
    Magic{"\x1f\x8b"sv, Content::Gzip},         Magic{"\x28\xb5\x2f\xfd"sv, Content::Zstd},
    Magic{"\x50\x2a\x4d\x18"sv, Content::Zstd}, // a skippable frame, as pzstd writes
};

struct Foreign {
    std::size_t offset;
    std::string_view bytes;
    std::string_view advice;
};
constexpr std::array kForeign = {
    Foreign{0, "BZh"sv, "is packed with bzip2; unpack it and import what comes out"},
    Foreign{0, "\xfd\x37zXZ\x00"sv, "is packed with xz; unpack it and import what comes out"},
    Foreign{0, "7z\xbc\xaf\x27\x1c"sv, "is packed with 7-Zip; unpack it and import what comes out"},
    Foreign{257, "ustar"sv, "is a tar archive; unpack it and import the folder"},
    Foreign{0, "\xff\xfe"sv, "is text in UTF-16; save it as UTF-8"},
    Foreign{0, "\xfe\xff"sv, "is text in UTF-16; save it as UTF-8"},
    Foreign{0, "SQLite format 3"sv, "is a database, not a file of study records"},
    Foreign{0, "%PDF"sv, "is a PDF, not JSON"},
};

bool has_at(std::string_view text, std::size_t offset, std::string_view bytes) {
    return text.size() >= offset + bytes.size() && text.substr(offset, bytes.size()) == bytes;
}

// The line that begins at `from`, and whether it is all there within `limit` bytes.
struct Line {
    std::string_view text;
    bool whole = false;
};
Line line_from(LookAhead& input, std::size_t from, std::size_t limit) {
    std::size_t searched = from;
    while (true) {
        const std::size_t end = input.ahead().find('\n', searched);
        if (end != std::string_view::npos) return {input.ahead().substr(from, end - from), true};
        searched = input.ahead().size();
        if (searched > from + limit) return {input.ahead().substr(from), false};
        if (!input.more()) return {input.ahead().substr(from), true};
    }
}

// An object begins at `start`. Lines hold one record each when the first or (should that be damaged) the second is one
// from bracket to bracket: an object spread over several lines has no such line but in its lists, which come later.
Content lines_or_json(LookAhead& input, std::size_t start, std::size_t max_record_bytes) {
    const Line first = line_from(input, start, max_record_bytes);
    if (!first.whole) return Content::Lines; // as one record it is too long; those behind it need not suffer
    const std::size_t second_start = start + first.text.size() + 1;
    if (is_whole_object(first.text) || !input.at_least(second_start + 1)) return Content::Lines;
    const Line second = line_from(input, second_start, max_record_bytes);
    return second.text.starts_with("{\"") && is_whole_object(second.text) ? Content::Lines : Content::Json;
}

tl::unexpected<Error> unknown(std::string_view start) {
    for (const Foreign& foreign : kForeign) {
        if (has_at(start, foreign.offset, foreign.bytes)) {
            return fail(ErrorCode::InvalidInput, std::string(foreign.advice));
        }
    }
    const std::string_view text = start.substr(skip_space(start));
    if (text.starts_with('<')) return fail(ErrorCode::InvalidInput, "is a page in HTML or XML, not JSON");
    return fail(ErrorCode::InvalidInput, fmt::format("is none of zip, gzip, zstd and JSON; it begins with \"{}\"",
                                                     printable(text.substr(0, 20))));
}

} // namespace

Result<Content> recognise(LookAhead& input, std::size_t max_record_bytes) {
    input.at_least(kFirstLook);
    if (input.ahead().empty()) {
        return input.trouble() ? Result<Content>(tl::unexpected(*input.trouble())) : Result<Content>(Content::Empty);
    }
    for (const Magic& magic : kMagic) {
        if (has_at(input.ahead(), 0, magic.bytes)) return magic.content;
    }
    if (has_at(input.ahead(), 0, kByteOrderMark)) input.drop(kByteOrderMark.size());

    std::size_t start = skip_space(input.ahead());
    while (start == input.ahead().size() && start < kMaxLeadingSpace && input.more()) {
        start = skip_space(input.ahead(), start);
    }
    if (start == input.ahead().size()) return start < kMaxLeadingSpace ? Content::Empty : Content::Lines;
    input.at_least(start + kFirstLook);
    if (input.ahead()[start] == '[') return Content::Json;
    if (input.ahead()[start] == '{') {
        if (begins_as_page(input.ahead().substr(start, kFirstLook))) return Content::Json;
        return lines_or_json(input, start, max_record_bytes);
    }
    // A first line that lost its beginning.
    const Line first = line_from(input, start, max_record_bytes);
    const std::string_view rest = input.ahead().substr(start + first.text.size());
    if (first.whole && rest.starts_with("\n{\"")) return Content::Lines;
    return unknown(input.ahead());
}

} // namespace trialdex::ingest
