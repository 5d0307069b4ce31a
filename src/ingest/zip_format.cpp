#include "ingest/zip_format.h"

namespace trialdex::ingest {

namespace {

constexpr std::uint16_t kZip64Field = 1;
constexpr std::uint64_t kElsewhere = 0xffffffff;

} // namespace

bool ZipEntry::is_beside_the_point() const {
    if (name.ends_with('/')) return true;
    const std::size_t slash = name.rfind('/');
    return name[slash == std::string::npos ? 0 : slash + 1] == '.' || name.starts_with("__MACOSX/");
}

void apply_zip64(ZipEntry& entry, std::string_view extra) {
    while (extra.size() >= 4) {
        const auto field = little_endian<std::uint16_t>(extra, 0);
        std::string_view values = extra.substr(4, little_endian<std::uint16_t>(extra, 2));
        extra.remove_prefix(4 + values.size());
        if (field != kZip64Field) continue;
        for (std::uint64_t* value : {&entry.bytes, &entry.packed_bytes, &entry.header_offset}) {
            if (*value != kElsewhere || values.size() < 8) continue;
            *value = little_endian<std::uint64_t>(values, 0);
            values.remove_prefix(8);
        }
        return;
    }
}

} // namespace trialdex::ingest
