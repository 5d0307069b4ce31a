#include "support/packing.h"

#include <cstdlib>
#include <libdeflate.h>
#include <memory>
#include <zstd.h>

namespace trialdex::support {

namespace {

using Compressor = std::unique_ptr<libdeflate_compressor, void (*)(libdeflate_compressor*)>;
Compressor compressor() { return {libdeflate_alloc_compressor(6), libdeflate_free_compressor}; }

std::string deflated(std::string_view text) {
    const Compressor with = compressor();
    std::string out(libdeflate_deflate_compress_bound(with.get(), text.size()), '\0');
    out.resize(libdeflate_deflate_compress(with.get(), text.data(), text.size(), out.data(), out.size()));
    return out;
}

template <class T> void put(std::string& out, T number) {
    for (std::size_t i = 0; i < sizeof(T); ++i) out += static_cast<char>(static_cast<std::uint64_t>(number) >> (8 * i));
}
void put16(std::string& out, std::uint64_t number) { put(out, static_cast<std::uint16_t>(number)); }
void put32(std::string& out, std::uint64_t number) { put(out, static_cast<std::uint32_t>(number)); }
void put64(std::string& out, std::uint64_t number) { put(out, number); }

struct Placed {
    const ZipFile* file;
    std::uint16_t flags, method;
    std::uint32_t checksum;
    std::uint64_t packed_bytes, bytes, offset;
};

void put_local(std::string& out, const Placed& entry, const std::string& packed) {
    const bool later = entry.file->sizes_follow;
    out += "PK\x03\x04";
    for (const std::uint64_t field : {std::uint64_t{20}, std::uint64_t{entry.flags}, std::uint64_t{entry.method}}) {
        put16(out, field);
    }
    put32(out, 0); // time and date
    put32(out, later ? 0 : entry.checksum);
    put32(out, later ? 0 : packed.size());
    put32(out, later ? 0 : entry.bytes);
    put16(out, entry.file->name.size());
    put16(out, 0);
    out += entry.file->name + packed;
    if (!later) return;
    out += "PK\x07\x08";
    put32(out, entry.checksum);
    put32(out, packed.size());
    put32(out, entry.bytes);
}

void put_directory(std::string& out, const Placed& entry) {
    const bool wide = entry.file->zip64;
    out += "PK\x01\x02";
    put16(out, 20);
    put16(out, 20);
    put16(out, entry.flags);
    put16(out, entry.method);
    put32(out, 0);
    put32(out, entry.checksum);
    put32(out, wide ? UINT32_MAX : entry.packed_bytes);
    put32(out, wide ? UINT32_MAX : entry.bytes);
    put16(out, entry.file->name.size());
    put16(out, wide ? 28 : 0);
    out.append(10, '\0'); // comment, disk, attributes
    put32(out, wide ? UINT32_MAX : entry.offset);
    out += entry.file->name;
    if (!wide) return;
    put16(out, 1);
    put16(out, 24);
    put64(out, entry.bytes);
    put64(out, entry.packed_bytes);
    put64(out, entry.offset);
}

void put_end(std::string& out, const ZipShape& shape, std::uint64_t entries, std::uint64_t bytes,
             std::uint64_t offset) {
    if (shape.zip64) {
        const std::uint64_t position = offset + bytes;
        out += "PK\x06\x06";
        put64(out, 44);
        put32(out, 45 << 16 | 45);
        put64(out, 0); // disks
        put64(out, entries);
        put64(out, entries);
        put64(out, bytes);
        put64(out, offset);
        out += "PK\x06\x07";
        put32(out, 0);
        put64(out, position);
        put32(out, 1);
    }
    out += "PK\x05\x06";
    put32(out, 0);
    put16(out, shape.zip64 ? UINT16_MAX : entries);
    put16(out, shape.zip64 ? UINT16_MAX : entries);
    put32(out, shape.zip64 ? UINT32_MAX : bytes);
    put32(out, shape.zip64 ? UINT32_MAX : offset);
    put16(out, shape.comment.size());
    out += shape.comment;
}

} // namespace

std::string gzip(std::string_view text) {
    const Compressor with = compressor();
    std::string out(libdeflate_gzip_compress_bound(with.get(), text.size()), '\0');
    out.resize(libdeflate_gzip_compress(with.get(), text.data(), text.size(), out.data(), out.size()));
    return out;
}

std::string zstd(std::string_view text, int window_log) {
    const std::unique_ptr<ZSTD_CCtx, std::size_t (*)(ZSTD_CCtx*)> with(ZSTD_createCCtx(), ZSTD_freeCCtx);
    ZSTD_CCtx_setParameter(with.get(), ZSTD_c_checksumFlag, 1);
    if (window_log != 0) { // the window is only as large as asked for when the size of the content is not known
        ZSTD_CCtx_setParameter(with.get(), ZSTD_c_windowLog, window_log);
        ZSTD_CCtx_setParameter(with.get(), ZSTD_c_contentSizeFlag, 0);
    }
    std::string out(ZSTD_compressBound(text.size()) + 64, '\0');
    ZSTD_inBuffer in{text.data(), text.size(), 0};
    ZSTD_outBuffer into{out.data(), out.size(), 0};
    ZSTD_compressStream2(with.get(), &into, &in, ZSTD_e_flush);
    if (ZSTD_compressStream2(with.get(), &into, &in, ZSTD_e_end) != 0) std::abort();
    out.resize(into.pos);
    return out;
}

std::string zip(const std::vector<ZipFile>& files, const ZipShape& shape) {
    std::string out;
    std::vector<Placed> placed;
    for (const ZipFile& file : files) {
        const std::string packed = file.stored ? file.content : deflated(file.content);
        Placed entry{&file, file.flags, static_cast<std::uint16_t>(file.stored ? 0 : 8), 0, 0, 0, out.size()};
        if (file.sizes_follow) entry.flags |= 8;
        entry.method = file.method.value_or(entry.method);
        entry.checksum = file.checksum.value_or(libdeflate_crc32(0, file.content.data(), file.content.size()));
        entry.bytes = file.bytes.value_or(file.content.size());
        put_local(out, entry, packed);
        entry.packed_bytes = file.packed_bytes.value_or(packed.size());
        entry.offset = file.offset.value_or(entry.offset);
        placed.push_back(entry);
    }
    if (!shape.directory) return shape.before + out;
    const std::size_t offset = out.size();
    for (const Placed& entry : placed) put_directory(out, entry);
    put_end(out, shape, placed.size(), out.size() - offset, offset);
    return shape.before + out;
}

} // namespace trialdex::support
