#include "index/postings/list_layout.h"

namespace trialdex::index {

std::uint32_t read_varint(const unsigned char*& at, const unsigned char* end) {
    std::uint32_t value = 0;
    for (unsigned shift = 0; at < end && shift < 35; shift += 7) {
        const unsigned char byte = *at++;
        value |= static_cast<std::uint32_t>(byte & 0x7fu) << (shift % 32);
        if ((byte & 0x80) == 0) break;
    }
    return value;
}

namespace {

// Hands out the parts of a list one after the other, never past its end.
class Cutter {
public:
    explicit Cutter(std::string_view bytes)
        : at_(reinterpret_cast<const unsigned char*>(bytes.data())), end_(at_ + bytes.size()) {}

    const unsigned char* take(std::size_t bytes) {
        if (static_cast<std::size_t>(end_ - at_) < bytes) {
            ok_ = false;
            return end_;
        }
        const unsigned char* part = at_;
        at_ += bytes;
        return part;
    }
    std::uint32_t u32() {
        const unsigned char* at = take(4);
        return ok_ ? read_u32(at) : 0;
    }
    std::uint32_t varint() { return read_varint(at_, end_); }
    const unsigned char* end() const { return end_; }
    bool ok() const { return ok_; }

private:
    const unsigned char* at_;
    const unsigned char* end_;
    bool ok_ = true;
};

} // namespace

bool ListLayout::open(const ListBytes& list) {
    *this = {};
    Cutter cut(list.bytes);
    const unsigned char* first = cut.take(1);
    if (!cut.ok() || *first > static_cast<unsigned char>(ListKind::DenseWords)) return false;
    kind = static_cast<ListKind>(*first);
    count = list.count;
    studies_in_segment = list.studies_in_segment;
    if (count > studies_in_segment) return false;
    std::size_t studies_size = 0;
    std::size_t codes_size = 0;
    switch (kind) {
    case ListKind::ShortSet:
        blocks = 1;
        if (count >= kBlock) return false;
        studies = cut.take(0);
        studies_end = cut.end();
        return true;
    case ListKind::BitmapSet:
        studies = cut.take((std::size_t{studies_in_segment} + 7) / 8);
        studies_end = cut.end();
        return cut.ok();
    case ListKind::PackedSet:
        blocks = (count + kBlock - 1) / kBlock;
        directory = cut.take(blocks * SetEntry::kBytes);
        studies = cut.take(0);
        studies_end = cut.end();
        return cut.ok();
    case ListKind::ShortWords:
        blocks = 1;
        if (count >= kBlock) return false;
        studies_size = cut.varint();
        codes_size = cut.varint();
        studies = cut.take(studies_size);
        impacts = cut.take(count);
        break;
    case ListKind::PackedWords:
        blocks = (count + kBlock - 1) / kBlock;
        studies_size = cut.u32();
        codes_size = cut.u32();
        directory = cut.take(blocks * PackedEntry::kBytes);
        studies = cut.take(studies_size);
        impacts = cut.take(count);
        break;
    case ListKind::DenseWords:
        blocks = (studies_in_segment + kBlock - 1) / kBlock;
        codes_size = cut.u32();
        directory = cut.take(blocks * DenseEntry::kBytes);
        impacts = cut.take(studies_in_segment);
        break;
    }
    studies_end = studies ? studies + studies_size : nullptr;
    codes = cut.take(codes_size);
    if (!cut.ok()) return false;
    codes_end = codes + codes_size;
    places = cut.take(0);
    places_end = cut.end();
    return true;
}

} // namespace trialdex::index
