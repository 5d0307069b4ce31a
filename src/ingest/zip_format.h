// The parts of a zip file that matter here, as PKWARE's APPNOTE lays them down (numbers are little-endian):
//
//   entry        local header (30 bytes), name, extra fields, data, [data descriptor: when flag bit 3 is set]
//   …
//   directory    for each entry: header (46 bytes), name, extra fields, comment
//   [zip64 end (56 bytes), zip64 locator (20 bytes): when there are 65,535 entries or 4 GB and more]
//   end          22 bytes and a comment of at most 65,535
//
// Sizes and offsets that do not fit 32 bits are 0xffffffff there and stand in extra field 1.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace trialdex::ingest {

inline constexpr std::string_view kZipLocalMagic{"PK\x03\x04", 4};
inline constexpr std::string_view kZipDirectoryMagic{"PK\x01\x02", 4};
inline constexpr std::string_view kZipEndMagic{"PK\x05\x06", 4};
inline constexpr std::string_view kZip64EndMagic{"PK\x06\x06", 4};
inline constexpr std::string_view kZip64LocatorMagic{"PK\x06\x07", 4};
inline constexpr std::string_view kZipDescriptorMagic{"PK\x07\x08", 4};

inline constexpr std::size_t kZipLocalSize = 30;
inline constexpr std::size_t kZipDirectorySize = 46;
inline constexpr std::size_t kZipEndSize = 22;
inline constexpr std::size_t kZip64EndSize = 56;
inline constexpr std::size_t kZip64LocatorSize = 20;
inline constexpr std::size_t kZipMaxComment = 0xffff;

inline constexpr std::uint16_t kZipEncrypted = 1U << 0;
inline constexpr std::uint16_t kZipSizesFollow = 1U << 3; // sizes and checksum stand behind the data
inline constexpr std::uint16_t kZipStored = 0;
inline constexpr std::uint16_t kZipDeflated = 8;

struct ZipEntry {
    std::string name;
    std::uint16_t flags = 0;
    std::uint16_t method = 0;
    std::uint32_t checksum = 0;
    std::uint64_t packed_bytes = 0;
    std::uint64_t bytes = 0;
    std::uint64_t header_offset = 0; // of its local header

    // Folders, and what systems put beside the files ("__MACOSX/._x", ".DS_Store").
    bool is_beside_the_point() const;
};

// A little-endian number of sizeof(T) bytes; the caller has made sure that they are there.
template <class T> T little_endian(std::string_view bytes, std::size_t at) {
    T value = 0;
    for (std::size_t i = sizeof(T); i-- > 0;) {
        value = static_cast<T>(static_cast<std::uint64_t>(value) << 8 | static_cast<unsigned char>(bytes[at + i]));
    }
    return value;
}

// Puts the 64-bit values of `extra` in the place of those that were too large for the header.
void apply_zip64(ZipEntry& entry, std::string_view extra);

} // namespace trialdex::ingest
