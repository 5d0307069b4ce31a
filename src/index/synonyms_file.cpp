#include "index/synonyms_file.h"

#include "base/byte_codec.h"
#include "base/hash.h"
#include "base/mapped_file.h"
#include "base/output_file.h"
#include "index/postings/list_layout.h"

#include <cstring>

namespace trialdex::index {

namespace {

constexpr std::string_view kMagic = "TDXSYN01";

void append_text(std::string& out, std::string_view text) {
    append_varint(out, static_cast<std::uint32_t>(text.size()));
    out += text;
}

class TextReader {
public:
    explicit TextReader(std::string_view bytes)
        : at_(reinterpret_cast<const unsigned char*>(bytes.data())), end_(at_ + bytes.size()) {}
    std::uint32_t number() { return read_varint(at_, end_); }
    std::string text() {
        const std::size_t length = std::min<std::size_t>(number(), static_cast<std::size_t>(end_ - at_));
        const auto* from = reinterpret_cast<const char*>(at_);
        at_ += length;
        return {from, length};
    }
    bool at_end() const { return at_ >= end_; }

private:
    const unsigned char* at_;
    const unsigned char* end_;
};

} // namespace

Result<void> write_synonyms(const std::string& path, const text::Synonyms& synonyms) {
    std::string body;
    for (const text::Concept& known : synonyms.concepts()) {
        append_text(body, known.source);
        append_text(body, known.name);
        append_varint(body, static_cast<std::uint32_t>(known.forms.size()));
        for (const text::Form& form : known.forms) {
            append_text(body, form.key);
            append_text(body, form.name);
        }
    }
    auto file = OutputFile::create(path);
    if (!file) return tl::unexpected(file.error());
    const std::uint64_t sum = hash64(body);
    file->write(kMagic);
    file->write({reinterpret_cast<const char*>(&sum), 8});
    file->write(body);
    return file->finish();
}

Result<text::Synonyms> read_synonyms(const std::string& path) {
    const auto file = MappedFile::open(path);
    if (!file) return tl::unexpected(file.error());
    const std::string_view bytes = file->bytes();
    std::uint64_t sum = 0;
    if (bytes.size() >= 16) std::memcpy(&sum, bytes.data() + 8, 8);
    if (bytes.size() < 16 || !bytes.starts_with(kMagic) || hash64(bytes.substr(16)) != sum)
        return fail(ErrorCode::Corrupt, path + " is damaged; run trialdex index to build it anew");
    std::vector<text::Concept> concepts;
    for (TextReader reader(bytes.substr(16)); !reader.at_end();) {
        text::Concept& known = concepts.emplace_back();
        known.source = reader.text();
        known.name = reader.text();
        for (std::uint32_t forms = reader.number(); forms > 0 && !reader.at_end(); --forms) {
            text::Form& form = known.forms.emplace_back();
            form.key = reader.text();
            form.name = reader.text();
        }
    }
    return text::Synonyms(std::move(concepts));
}

} // namespace trialdex::index
