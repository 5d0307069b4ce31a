#include "index/segment/segment_writer.h"

#include "base/byte_codec.h"
#include "base/hash.h"
#include "base/output_file.h"
#include "index/postings/list_layout.h"
#include "index/segment/segment_file.h"

#include <algorithm>

namespace trialdex::index {

struct SegmentWriter::File {
    explicit File(OutputFile output) : out(std::move(output)) {}

    OutputFile out;
    struct Section {
        std::string name;
        std::uint64_t offset;
        std::uint64_t size;
    };
    std::vector<Section> sections;
    std::string sums; // of full blocks
    HashStream block; // the one under way
    std::size_t in_block = 0;

    void write(std::string_view bytes) {
        out.write(bytes);
        while (!bytes.empty()) {
            const std::size_t part = std::min(bytes.size(), kChecksumBlock - in_block);
            block.add(bytes.substr(0, part));
            in_block += part;
            bytes.remove_prefix(part);
            if (in_block == kChecksumBlock) end_block();
        }
    }
    void end_block() {
        append_fixed64(sums, block.finish());
        in_block = 0;
    }
    void end_section() {
        if (!sections.empty()) sections.back().size = out.size() - sections.back().offset;
    }
};

SegmentWriter::SegmentWriter(std::unique_ptr<File> file) : file_(std::move(file)) {}
SegmentWriter::~SegmentWriter() = default;

Result<std::unique_ptr<SegmentWriter>> SegmentWriter::create(const std::string& path) {
    auto out = OutputFile::create(path);
    if (!out) return tl::unexpected(out.error());
    return std::unique_ptr<SegmentWriter>(new SegmentWriter(std::make_unique<File>(std::move(*out))));
}

void SegmentWriter::begin(std::string_view section) {
    file_->end_section();
    file_->write(std::string((kSectionAlignment - file_->out.size() % kSectionAlignment) % kSectionAlignment, '\0'));
    file_->sections.push_back({std::string(section), file_->out.size(), 0});
}

void SegmentWriter::write(std::string_view bytes) { file_->write(bytes); }

std::uint64_t SegmentWriter::section_size() const { return file_->out.size() - file_->sections.back().offset; }

Result<void> SegmentWriter::finish() {
    file_->end_section();
    const std::uint64_t data_size = file_->out.size();
    if (file_->in_block > 0) file_->end_block();
    std::string footer = file_->sums;
    for (const auto& section : file_->sections) {
        std::string name = section.name;
        name.resize(kSectionName, '\0');
        footer += name;
        append_fixed64(footer, section.offset);
        append_fixed64(footer, section.size);
    }
    append_fixed64(footer, data_size);
    append_u32(footer, static_cast<std::uint32_t>(file_->sections.size()));
    append_u32(footer, kSegmentVersion);
    append_fixed64(footer, hash64(footer));
    footer += kSegmentMagic;
    file_->out.write(footer);
    return file_->out.finish();
}

TermWriter::TermWriter(SegmentWriter& writer) : writer_(writer) { writer_.begin(kPostingsSection); }

void TermWriter::add(std::string_view term, std::uint32_t count, std::string_view list) {
    std::size_t shared = 0;
    if (in_block_ == 0) {
        append_fixed64(blocks_, writer_.section_size());
        append_fixed64(blocks_, terms_.size());
    } else {
        const std::size_t most = std::min(term.size(), last_.size());
        while (shared < most && term[shared] == last_[shared]) ++shared;
    }
    append_varint(terms_, static_cast<std::uint32_t>(shared));
    append_varint(terms_, static_cast<std::uint32_t>(term.size() - shared));
    terms_ += term.substr(shared);
    append_varint(terms_, count);
    append_varint(terms_, static_cast<std::uint32_t>(list.size()));
    writer_.write(list);
    last_ = term;
    if (++in_block_ == kTermsInBlock) in_block_ = 0;
}

void TermWriter::finish() {
    writer_.begin(kTermsSection);
    writer_.write(terms_);
    writer_.begin(kTermBlocksSection);
    writer_.write(blocks_);
}

} // namespace trialdex::index
