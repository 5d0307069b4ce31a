// Writing completions: names by rank with what is typed to find them, then words in order.
#include "index/arrays.h"
#include "index/completions/completions.h"
#include "index/completions/completions_format.h"
#include "index/completions/folded_name.h"
#include "index/completions/name_counts.h"
#include "index/completions/prefix_list.h"
#include "index/completions/word_counts.h"

#include <algorithm>

namespace trialdex::index {

namespace {

// Texts one behind the other, and where each begins; one start more than texts.
struct Texts {
    std::string bytes;
    std::vector<std::uint32_t> starts{0};

    void add(std::string_view text) {
        bytes += text;
        starts.push_back(static_cast<std::uint32_t>(bytes.size()));
    }
    void write(ArrayWriter& out) const {
        out.add(std::span<const std::uint32_t>(starts));
        out.add_text(bytes);
    }
};

// What is typed to find names: a text of folded names and the places in it.
struct Typed {
    std::string text;
    std::vector<PrefixEntry> whole;
    std::vector<PrefixEntry> inner;

    void add(std::string_view folded, std::uint32_t name) {
        if (folded.empty()) return;
        const auto place = static_cast<std::uint32_t>(text.size());
        whole.push_back({place, name});
        for (std::size_t word = folded.find(' '); word != std::string_view::npos; word = folded.find(' ', word)) {
            const std::size_t end = std::min(folded.find(' ', ++word), folded.size());
            if (!text::is_function_word(folded.substr(word, end - word)))
                inner.push_back({place + static_cast<std::uint32_t>(word), name});
        }
        text += folded;
        text += '\0';
    }
};

} // namespace

struct CompletionsBuilder::Tables {
    text::Splitter splitter;
    NameCounts names;
    WordCounts words;

    void add_name(NameKind kind, std::string_view text, std::uint32_t studies) {
        if (text.size() <= kMaxNameBytes) names.add(kind, fold_name(splitter, text).split, text, studies);
    }
    // Of several spellings the record's first counts.
    void add_study(std::span<const StudyName> of_study) {
        folded.clear();
        for (const StudyName& name : of_study) {
            if (name.text.size() <= kMaxNameBytes)
                folded.push_back({{name.kind, fold_name(splitter, name.text).split}, name.text});
        }
        std::ranges::stable_sort(folded, {}, &Folded::key);
        const auto repeats = std::ranges::unique(folded, {}, &Folded::key);
        folded.erase(repeats.begin(), repeats.end());
        for (const auto& [key, text] : folded) names.add(key.first, key.second, text, 1);
    }

private:
    struct Folded {
        std::pair<NameKind, std::string> key;
        std::string_view text;
    };
    std::vector<Folded> folded; // of the study at hand
};

CompletionsBuilder::CompletionsBuilder() : tables_(std::make_unique<Tables>()) {}
CompletionsBuilder::~CompletionsBuilder() = default;

void CompletionsBuilder::add_study(std::span<const StudyName> names) { tables_->add_study(names); }

void CompletionsBuilder::add_word(std::string_view folded, std::uint32_t studies) {
    tables_->words.add(folded, studies);
}

void CompletionsBuilder::append(const Completions& other) {
    for (std::uint32_t name = 0; name < other.names(); ++name) {
        const Completion completion = other.name(name);
        tables_->add_name(completion.kind, completion.text, completion.studies);
    }
    for (std::uint32_t word = 0; word < other.words(); ++word)
        tables_->words.add(other.word(word), other.word_studies(word));
}

std::string CompletionsBuilder::finish() {
    const auto names = tables_->names.ranked();
    const auto words = tables_->words.sorted();
    std::vector<std::uint8_t> kinds;
    std::vector<std::uint32_t> studies;
    Texts texts;
    Typed typed;
    kinds.reserve(names.size());
    studies.reserve(names.size());
    for (const NameCounts::Name& name : names) {
        const FoldedName folded = fold_name(tables_->splitter, name.text);
        const auto rank = static_cast<std::uint32_t>(kinds.size());
        typed.add(folded.split, rank);
        typed.add(folded.joined, rank);
        kinds.push_back(static_cast<std::uint8_t>(name.kind));
        studies.push_back(name.studies);
        texts.add(name.text);
    }
    const CompletionsHeader header{
        static_cast<std::uint32_t>(names.size()), static_cast<std::uint32_t>(typed.whole.size()),
        static_cast<std::uint32_t>(typed.inner.size()), static_cast<std::uint32_t>(words.size())};
    ArrayWriter out;
    out.add(std::span<const CompletionsHeader>(&header, 1));
    out.add(std::span<const std::uint8_t>(kinds));
    out.add(std::span<const std::uint32_t>(studies));
    texts.write(out);
    const auto typed_bytes = static_cast<std::uint64_t>(typed.text.size());
    out.add(std::span<const std::uint64_t>(&typed_bytes, 1));
    out.add_text(typed.text);
    write_prefix_list(typed.text, std::move(typed.whole), out);
    write_prefix_list(typed.text, std::move(typed.inner), out);
    std::vector<std::uint32_t> word_studies;
    Texts word_texts;
    word_studies.reserve(words.size());
    for (const auto& word : words) {
        word_studies.push_back(word->second);
        word_texts.add(word->first);
    }
    out.add(std::span<const std::uint32_t>(word_studies));
    word_texts.write(out);
    tables_ = std::make_unique<Tables>();
    return out.take();
}

} // namespace trialdex::index
