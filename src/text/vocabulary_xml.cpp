// MeSH's own descriptor file (desc2026.xml and its like), streamed through expat. Of each descriptor's concepts those
// count that are not said to be broader or narrower than the preferred one.
#include "text/vocabulary_formats.h"

#include <algorithm>
#include <expat.h>
#include <fmt/format.h>
#include <memory>
#include <utility>

namespace trialdex::text {

namespace {

constexpr std::size_t kChunkBytes = 1U << 20;
constexpr std::size_t kMaxTextBytes = 4096; // of one element; names have at most 250
constexpr std::size_t kMaxDepth = 64;       // of elements; MeSH has 9

struct Free {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};
using Parser = std::unique_ptr<std::remove_pointer_t<XML_Parser>, Free>;

// Follows the elements and collects entries; `problem` stops the reading.
class Descriptors {
public:
    explicit Descriptors(XML_Parser parser) : parser_(parser) {}

    void begin(std::string_view element, const XML_Char** attributes) {
        if (!problem.empty()) return; // expat still ends what it began
        if (path_.empty() && element != "DescriptorRecordSet") return stop("this XML is not MeSH's descriptor file");
        if (path_.size() >= kMaxDepth) return stop("elements lie too deep");
        path_.emplace_back(element);
        text_.clear();
        if (element == "DescriptorRecord") entry_ = {};
        if (element == "Concept") concept_names_.clear();
        if (element == "Concept") other_meaning_ = false;
        if (element == "ConceptRelation") take_relation(attributes);
    }

    void text(std::string_view more) {
        if (text_.size() + more.size() > kMaxTextBytes) {
            if (wanted()) stop("a name is too long");
            return;
        }
        text_ += more;
    }

    void end() {
        if (!problem.empty()) return;
        const std::string element = std::move(path_.back());
        path_.pop_back();
        if (element == "DescriptorUI" && in("DescriptorRecord")) entry_.id = text_;
        if (element == "String" && in("DescriptorName") && under("DescriptorRecord")) entry_.name = text_;
        if (element == "String" && in("Term")) concept_names_.push_back(text_);
        if (element == "Concept" && !other_meaning_)
            std::ranges::move(concept_names_, std::back_inserter(entry_.names));
        if (element == "DescriptorRecord") take_entry();
        text_.clear();
    }

    Vocabulary vocabulary{VocabularyKind::MeshXml, {}};
    std::string problem;

private:
    bool in(std::string_view parent) const { return !path_.empty() && path_.back() == parent; }
    bool under(std::string_view parent) const { return path_.size() >= 2 && path_[path_.size() - 2] == parent; }
    bool wanted() const { return in("DescriptorUI") || in("String"); }

    void take_relation(const XML_Char** attributes) {
        for (; *attributes != nullptr; attributes += 2) {
            const std::string_view name = attributes[0];
            const std::string_view value = attributes[1];
            if (name == "RelationName" && (value == "NRW" || value == "BRD")) other_meaning_ = true;
        }
    }

    void take_entry() {
        if (entry_.id.empty() || entry_.name.empty()) return stop("a descriptor without id or name");
        names_ += 1 + entry_.names.size();
        if (names_ > kMaxVocabularyNames) return stop(fmt::format("more than {} names", kMaxVocabularyNames));
        vocabulary.entries.push_back(std::move(entry_));
        entry_ = {};
    }

    void stop(std::string why) {
        if (problem.empty()) problem = std::move(why);
        XML_StopParser(parser_, XML_FALSE);
    }

    XML_Parser parser_;
    std::vector<std::string> path_;
    std::string text_;
    VocabularyEntry entry_;
    std::vector<std::string> concept_names_;
    bool other_meaning_ = false;
    std::size_t names_ = 0;
};

void XMLCALL on_begin(void* data, const XML_Char* name, const XML_Char** attributes) {
    static_cast<Descriptors*>(data)->begin(name, attributes);
}

void XMLCALL on_end(void* data, const XML_Char*) { static_cast<Descriptors*>(data)->end(); }

void XMLCALL on_text(void* data, const XML_Char* text, int size) {
    static_cast<Descriptors*>(data)->text({text, static_cast<std::size_t>(size)});
}

} // namespace

bool is_xml(std::string_view bytes) {
    const std::size_t first = bytes.find_first_not_of("\xEF\xBB\xBF \t\r\n");
    return first != std::string_view::npos && bytes[first] == '<';
}

Result<Vocabulary> read_mesh_xml(std::string_view bytes, const std::string& file) {
    const Parser parser(XML_ParserCreate(nullptr));
    if (!parser) return fail(ErrorCode::Unreadable, fmt::format("{}: not enough memory", file));
    Descriptors descriptors(parser.get());
    XML_SetUserData(parser.get(), &descriptors);
    XML_SetElementHandler(parser.get(), on_begin, on_end);
    XML_SetCharacterDataHandler(parser.get(), on_text);
    for (std::size_t at = 0; at <= bytes.size(); at += kChunkBytes) {
        const std::string_view chunk = bytes.substr(at, kChunkBytes);
        const bool last = at + kChunkBytes > bytes.size();
        if (XML_Parse(parser.get(), chunk.data(), static_cast<int>(chunk.size()), last ? XML_TRUE : XML_FALSE) ==
            XML_STATUS_OK) {
            continue;
        }
        const std::string why =
            descriptors.problem.empty() ? XML_ErrorString(XML_GetErrorCode(parser.get())) : descriptors.problem;
        return fail(ErrorCode::InvalidInput,
                    fmt::format("{}, line {}: {}", file, XML_GetCurrentLineNumber(parser.get()), why));
    }
    if (descriptors.vocabulary.entries.empty())
        return fail(ErrorCode::InvalidInput, fmt::format("{} holds no descriptors", file));
    return std::move(descriptors.vocabulary);
}

} // namespace trialdex::text
