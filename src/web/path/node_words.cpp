#include "web/path/node_words.h"

#include "study/partial_date.h"
#include "web/components/entities.h"
#include "web/components/text_width.h"
#include "web/components/value.h"

#include <array>

namespace trialdex::web::nodes {

namespace {

// In this order: the first that an element has as text names it. "Research Site" is a poor name, but the one it has.
constexpr std::array<std::string_view, 14> kTitleNames = {"label",    "title",    "name", "measure", "term",
                                                          "facility", "citation", "city", "pmid",    "units",
                                                          "type",     "id",       "url",  "groupId"};

// One element of a list whose label is in the plural, where the name of the piece ("OutcomeClass") tells readers
// little.
struct Singular {
    std::string_view type;
    std::string_view name;
};
constexpr std::array<Singular, 4> kSingulars = {{{"MeasureAnalysis", "Statistical analysis"},
                                                 {"MeasureClass", "Row"},
                                                 {"MeasureCategory", "Category"},
                                                 {"SubmissionInfo", "Submission round"}}};

// The day of an official step: of a notice when it was issued, of a submission when it was made.
constexpr std::array<std::string_view, 2> kStepDays = {"date", "issuedDate"};

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }
bool is_punctuation(char c) { return c > ' ' && c < 0x7f && !is_upper(c) && !is_lower(c); }

// "Statistical analysis", "Outcome measurement", "No." for what the schema does not know.
std::string one_of(const schema::Node* node) {
    if (!node) return "No.";
    for (const Singular& singular : kSingulars) {
        if (node->type == singular.type) return std::string(singular.name);
    }
    return node_label(nullptr, node->piece);
}

// "Violation identified, 26 May 2022" for an element that has a coded kind; empty for others.
std::string kind_and_day(const study::PathStep& element) {
    const schema::Node* kind = study::member_node(element.node, false, "type");
    const study::Value code = element.value["type"];
    if (!kind || !kind->enum_type || !code.is_string()) return {};
    std::string words(code_label(*kind->enum_type, code.text()));
    for (const std::string_view name : kStepDays) {
        const auto day = study::PartialDate::parse(element.value[name].text());
        if (day) return words + ", " + day->words();
    }
    return words;
}

} // namespace

std::string spaced_name(std::string_view camel_case) {
    std::string words;
    for (std::size_t i = 0; i < camel_case.size(); ++i) {
        const char c = camel_case[i];
        const bool starts_word =
            i > 0 && is_upper(c) &&
            (is_lower(camel_case[i - 1]) || (i + 1 < camel_case.size() && is_lower(camel_case[i + 1])));
        if (starts_word) words += ' ';
        words += c;
    }
    return words;
}

std::string node_label(const schema::Node* node, std::string_view json_name) {
    if (node && !node->label.empty()) return std::string(node->label);
    if (json_name.empty()) return "Unnamed";
    std::string words = spaced_name(json_name);
    for (std::size_t i = 1; i < words.size(); ++i) {
        const bool alone = i + 1 >= words.size() || !is_upper(words[i + 1]);
        if (words[i - 1] == ' ' && is_upper(words[i]) && alone) words[i] = static_cast<char>(words[i] | 0x20);
    }
    if (words[0] >= 'a' && words[0] <= 'z') words[0] = static_cast<char>(words[0] & ~0x20);
    return words;
}

std::string structure_name(const schema::Node* node, std::string_view json_name) {
    const bool known_by_name =
        node && (node->kind == schema::NodeKind::Section || node->kind == schema::NodeKind::Module);
    return known_by_name ? spaced_name(node->piece) : node_label(node, json_name);
}

study::Value title_member(const schema::Node* node, study::Value element) {
    for (const std::string_view name : kTitleNames) {
        const study::Value member = element[name];
        if (!member.is_string() || member.text().empty()) continue;
        const schema::Node* field = study::member_node(node, false, name);
        if (!field || field->value == schema::ValueKind::Text || field->value == schema::ValueKind::Markup)
            return member;
    }
    return {};
}

std::string element_title(const study::PathStep& element) {
    const study::Value title = title_member(element.node, element.value);
    if (title) return std::string(title.text());
    std::string step = kind_and_day(element);
    if (!step.empty()) return step;
    return one_of(element.node) + " " + grouped(static_cast<std::uint64_t>(element.index.value_or(0) + 1));
}

std::string shortened(std::string_view written, std::size_t limit) {
    // Most values: a look at every byte, and one copy.
    if (written.size() <= limit && written.find_first_of("&\\\n") == std::string_view::npos)
        return std::string(written);
    const std::string text = decode_entities(written);
    std::string plain;
    plain.reserve(text.size());
    std::size_t width = 0;
    std::size_t last_space = 0;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t begin = i;
        const char32_t character = next_character(text, i);
        if (character == U'\\' && i < text.size() && is_punctuation(text[i])) continue;
        width += width_of(character);
        if (width > limit) {
            plain.resize(last_space > plain.size() / 2 ? last_space : plain.size());
            return plain + "…";
        }
        if (character == U' ') last_space = plain.size();
        plain += character == U'\n' ? " " : std::string_view(text).substr(begin, i - begin);
    }
    return plain;
}

std::string counted(std::string_view label, std::size_t count) {
    return std::string(label) + ": " + grouped(static_cast<std::uint64_t>(count));
}

} // namespace trialdex::web::nodes
