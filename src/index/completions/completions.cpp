// Reading completions in place: names below a prefix.
#include "index/completions/completions.h"

#include "index/arrays.h"
#include "index/completions/completions_format.h"
#include "index/completions/folded_name.h"

#include <algorithm>

namespace trialdex::index {

namespace {

auto damaged() {
    return fail(ErrorCode::Corrupt,
                "The index's table of names and words is damaged; build the index again with: trialdex index");
}

} // namespace

std::string_view TextArray::operator[](std::uint32_t i) const {
    if (i >= size()) return {};
    const std::size_t end = std::min<std::size_t>(starts_[i + 1], texts_.size());
    const std::size_t begin = std::min<std::size_t>(starts_[i], end);
    return texts_.substr(begin, end - begin);
}

TextArray TextArray::take(ArrayReader& reader, std::uint64_t count) {
    TextArray array;
    array.starts_ = reader.take<std::uint32_t>(count + 1);
    array.texts_ = reader.take_text(array.starts_.empty() ? 0 : array.starts_.back());
    return array;
}

Result<Completions> Completions::open(std::string_view bytes) {
    ArrayReader reader(bytes);
    const auto header = reader.take<CompletionsHeader>(1);
    if (!reader.ok()) return damaged();
    Completions completions;
    completions.kinds_ = reader.take<std::uint8_t>(header.front().names);
    completions.studies_ = reader.take<std::uint32_t>(header.front().names);
    completions.texts_ = TextArray::take(reader, header.front().names);
    const auto typed_bytes = reader.take<std::uint64_t>(1);
    const std::string_view typed = reader.take_text(typed_bytes.empty() ? 0 : typed_bytes.front());
    completions.whole_ = PrefixList::take(reader, header.front().whole, typed);
    completions.inner_ = PrefixList::take(reader, header.front().inner, typed);
    completions.word_studies_ = reader.take<std::uint32_t>(header.front().words);
    completions.words_ = TextArray::take(reader, header.front().words);
    if (!reader.complete()) return damaged();
    return completions;
}

std::uint32_t Completions::names() const { return static_cast<std::uint32_t>(kinds_.size()); }

Completion Completions::name(std::uint32_t rank) const {
    const auto kind = std::min<std::uint8_t>(kinds_[rank], static_cast<std::uint8_t>(NameKind::Sponsor));
    return {static_cast<NameKind>(kind), texts_[rank], studies_[rank]};
}

std::vector<Completion> Completions::find(std::string_view prefix, std::size_t limit) const {
    text::Splitter splitter;
    const std::string folded = fold_name(splitter, prefix).split;
    limit = std::min<std::size_t>(limit, names());
    if (folded.empty() || limit == 0) return {};
    std::vector<std::uint32_t> ranks = whole_.best(folded, limit);
    const std::size_t whole = ranks.size();
    if (whole < limit) {
        // A name can be below the prefix with its beginning and with an inner word; then it is among the first.
        for (const std::uint32_t rank : inner_.best(folded, limit))
            if (!std::binary_search(ranks.begin(), ranks.begin() + static_cast<std::ptrdiff_t>(whole), rank))
                ranks.push_back(rank);
    }
    std::vector<Completion> found;
    for (const std::uint32_t rank : ranks)
        if (rank < names() && found.size() < limit) found.push_back(name(rank));
    return found;
}

} // namespace trialdex::index
