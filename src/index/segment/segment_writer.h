// Writes a segment file: sections one after the other, then a footer that names them. Layout: docs/formats/index.md.
#pragma once

#include "base/result.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace trialdex::index {

// Section names, at most 15 bytes.
inline constexpr std::string_view kIdsSection = "ids";               // u32 a study, ascending
inline constexpr std::string_view kPostingsSection = "postings";     // lists, in the order of their terms
inline constexpr std::string_view kTermsSection = "terms";           // dictionary blocks
inline constexpr std::string_view kTermBlocksSection = "termblocks"; // where each begins
inline constexpr std::string_view kColumnsSection = "columns";
inline constexpr std::string_view kValuesSection = "values";
inline constexpr std::string_view kSitesSection = "sites";
inline constexpr std::string_view kNamesSection = "names";
inline constexpr std::string_view kProfileStartsSection = "profilestarts"; // u64 a study and one more
inline constexpr std::string_view kProfilesSection = "profiles";

inline constexpr std::uint32_t kSegmentVersion = 2;
inline constexpr std::size_t kChecksumBlock = std::size_t{1} << 20;

class SegmentWriter {
public:
    static Result<std::unique_ptr<SegmentWriter>> create(const std::string& path);
    ~SegmentWriter();

    void begin(std::string_view section); // ends the section before; starts on a multiple of kSectionAlignment
    void write(std::string_view bytes);   // failures are kept for finish()
    std::uint64_t section_size() const;
    // Footer, flush to the disk, close.
    Result<void> finish();

private:
    struct File;
    explicit SegmentWriter(std::unique_ptr<File> file);
    std::unique_ptr<File> file_;
};

// Terms in ascending byte order with their lists, into the postings section and the dictionary beside it.
class TermWriter {
public:
    explicit TermWriter(SegmentWriter& writer);
    // `list` holds `count` studies.
    void add(std::string_view term, std::uint32_t count, std::string_view list);
    // Ends the postings section and writes the dictionary's.
    void finish();

private:
    SegmentWriter& writer_;
    std::string terms_;
    std::string blocks_;
    std::string last_;
    std::uint32_t in_block_ = 0;
};

inline constexpr std::uint32_t kTermsInBlock = 32;

} // namespace trialdex::index
