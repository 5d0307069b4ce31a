#include "index/postings/posting_list.h"

#include "base/byte_codec.h"
#include "index/postings/list_layout.h"
#include "index/postings/place_stream.h"

namespace trialdex::index {

namespace {

// A term that more than half of the studies hold is a byte for every study: quicker to read and smaller than packing.
bool is_dense(std::size_t count, std::uint32_t studies) { return count >= kBlock && count > studies / 2; }

void append_kind(std::string& out, ListKind kind) { out.push_back(static_cast<char>(kind)); }

void append_short_studies(const std::vector<std::uint32_t>& studies, std::string& out) {
    std::int64_t before = -1;
    for (const std::uint32_t study : studies) {
        append_varint(out, static_cast<std::uint32_t>(study - before - 1));
        before = study;
    }
}

// The block that starts at `first`, filled up with the numbers after the last one, which cost no bits.
void append_packed(const std::vector<std::uint32_t>& studies, std::size_t first, std::string& out) {
    std::uint32_t block[kBlock];
    const std::size_t count = std::min<std::size_t>(kBlock, studies.size() - first);
    for (std::size_t i = 0; i < kBlock; ++i) block[i] = i < count ? studies[first + i] : block[i - 1] + 1;
    pack_block(out, block, first == 0 ? -1 : std::int64_t{studies[first - 1]});
}

StreamReader stream(const std::string& bytes) {
    const auto* at = reinterpret_cast<const unsigned char*>(bytes.data());
    return {at, at + bytes.size()};
}

// Walks the two streams in step and tells where each block of groups begins.
class StreamOffsets {
public:
    explicit StreamOffsets(const PostingParts& parts)
        : codes_(stream(parts.codes)), places_(stream(parts.places)), codes_begin_(codes_.at),
          places_begin_(places_.at) {}

    std::uint32_t codes_at() const { return static_cast<std::uint32_t>(codes_.at - codes_begin_); }
    std::uint32_t places_at() const { return static_cast<std::uint32_t>(places_.at - places_begin_); }
    void pass(std::uint32_t studies) { places_.skip(codes_.skip(studies)); }

private:
    StreamReader codes_, places_;
    const unsigned char* codes_begin_;
    const unsigned char* places_begin_;
};

void encode_short(const PostingParts& parts, std::string& out) {
    append_kind(out, ListKind::ShortWords);
    std::string studies;
    append_short_studies(parts.studies, studies);
    append_varint(out, static_cast<std::uint32_t>(studies.size()));
    append_varint(out, static_cast<std::uint32_t>(parts.codes.size()));
    out += studies;
}

void encode_packed(const PostingParts& parts, std::string& out) {
    append_kind(out, ListKind::PackedWords);
    std::string packed;
    std::string directory;
    StreamOffsets offsets(parts);
    for (std::size_t first = 0; first < parts.studies.size(); first += kBlock) {
        const std::size_t count = std::min<std::size_t>(kBlock, parts.studies.size() - first);
        append_u32(directory, parts.studies[first + count - 1]);
        append_u32(directory, static_cast<std::uint32_t>(packed.size()));
        append_u32(directory, offsets.codes_at());
        append_u32(directory, offsets.places_at());
        append_packed(parts.studies, first, packed);
        offsets.pass(static_cast<std::uint32_t>(count));
    }
    append_u32(out, static_cast<std::uint32_t>(packed.size()));
    append_u32(out, static_cast<std::uint32_t>(parts.codes.size()));
    out += directory;
    out += packed;
}

// Writes directory and impact bytes; the caller adds the streams.
void encode_dense(const PostingParts& parts, std::uint32_t studies_in_segment, std::string& out) {
    append_kind(out, ListKind::DenseWords);
    append_u32(out, static_cast<std::uint32_t>(parts.codes.size()));
    StreamOffsets offsets(parts);
    std::size_t at = 0;
    for (std::uint32_t first = 0; first < studies_in_segment; first += kBlock) {
        append_u32(out, offsets.codes_at());
        append_u32(out, offsets.places_at());
        std::uint32_t inside = 0;
        for (; at < parts.studies.size() && parts.studies[at] < first + kBlock; ++at) ++inside;
        offsets.pass(inside);
    }
    const std::size_t column = out.size();
    out.resize(column + studies_in_segment, '\0');
    for (std::size_t i = 0; i < parts.studies.size(); ++i) out[column + parts.studies[i]] = parts.impacts[i];
}

} // namespace

void PostingParts::clear() {
    studies.clear();
    impacts.clear();
    codes.clear();
    places.clear();
}

void encode_words(const PostingParts& parts, std::uint32_t studies_in_segment, std::string& out) {
    const bool dense = is_dense(parts.studies.size(), studies_in_segment);
    if (dense) {
        encode_dense(parts, studies_in_segment, out);
    } else {
        if (parts.studies.size() < kBlock)
            encode_short(parts, out);
        else
            encode_packed(parts, out);
        out += parts.impacts;
    }
    out += parts.codes;
    out += parts.places;
}

void encode_set(const std::vector<std::uint32_t>& studies, std::uint32_t studies_in_segment, std::string& out) {
    if (studies.size() < kBlock) {
        append_kind(out, ListKind::ShortSet);
        append_short_studies(studies, out);
    } else if (studies.size() > studies_in_segment / 10) { // a packed number takes some ten bits at this density
        append_kind(out, ListKind::BitmapSet);
        const std::size_t at = out.size();
        out.resize(at + (std::size_t{studies_in_segment} + 7) / 8, '\0');
        for (const std::uint32_t study : studies)
            out[at + study / 8] = static_cast<char>(out[at + study / 8] | (1 << (study % 8)));
    } else {
        append_kind(out, ListKind::PackedSet);
        std::string packed;
        for (std::size_t first = 0; first < studies.size(); first += kBlock) {
            append_u32(out, studies[std::min<std::size_t>(first + kBlock, studies.size()) - 1]);
            append_u32(out, static_cast<std::uint32_t>(packed.size()));
            append_packed(studies, first, packed);
        }
        out += packed;
    }
}

} // namespace trialdex::index
