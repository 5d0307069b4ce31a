#include "web/components/fact_list.h"

#include "web/components/explanation.h"
#include "web/components/plain_table.h"
#include "web/components/value.h"

#include <algorithm>
#include <string>

namespace trialdex::web {

namespace {

bool holds(std::span<const std::string_view> names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

// Opens <dl> with the first fact, so that nothing is written when there is none.
class Grid {
public:
    explicit Grid(Html& html) : html_(html) {}
    ~Grid() {
        if (open_) close_facts(html_);
    }
    Grid(const Grid&) = delete;
    Grid& operator=(const Grid&) = delete;

    void begin_fact() {
        if (!open_) open_facts(html_);
        open_ = true;
        html_.open("div");
    }
    bool is_open() const { return open_; }

private:
    Html& html_;
    bool open_ = false;
};

// A list of structures that stands below the grid.
struct ListBelow {
    const schema::Node* node;
    study::Value elements;
};

// Single codes open to their meaning; lists of codes do so one by one.
void fact_value(Html& html, const schema::Node& node, study::Value field, const FactListOptions& options) {
    if (!options.explained || node.value != schema::ValueKind::Enum || !node.enum_type) return value(html, node, field);
    if (!field.is_array()) return explained_code(html, *node.enum_type, field.text());
    for (const study::Value code : field) explained_code(html, *node.enum_type, code.text());
}

class FactWriter {
public:
    FactWriter(Html& html, const FactListOptions& options) : html_(html), options_(options), grid_(html) {}

    // The leaf members of `object`; with `lists`, those of single structures below it too, and its lists are put there.
    void facts(const schema::Node& structure, study::Value object, bool is_top, std::vector<ListBelow>* lists) {
        for (const schema::Node& node : schema::children(structure)) {
            if (is_hidden(node) || (is_top && holds(options_.skip, node.name))) continue;
            const study::Value member = object[node.name];
            if (node.is_leaf()) {
                if (member || (is_top && holds(options_.expected, node.name))) known_fact(node, member);
            } else if (lists && member.is_object()) {
                facts(node, member, false, lists);
            } else if (lists && member) {
                lists->push_back({&node, member});
            }
        }
        if (object.is_object()) unknown_facts(structure, object, is_top);
    }

    bool has_written() const { return grid_.is_open(); }

private:
    bool is_hidden(const schema::Node& node) const { return options_.hidden && (*options_.hidden)[node.id]; }

    void known_fact(const schema::Node& node, study::Value field) {
        grid_.begin_fact();
        fact_label(html_, node, options_.explained);
        if (!field) {
            html_.element("dd", kNotInRecord, {{"class", "absent"}});
        } else {
            html_.open("dd");
            fact_value(html_, node, field, options_);
            html_.close("dd");
        }
        html_.close("div");
    }

    void unknown_facts(const schema::Node& structure, study::Value object, bool is_top) {
        for (const study::Value member : object) {
            if (schema::find_child(structure, member.key()) || (is_top && holds(options_.skip, member.key()))) continue;
            grid_.begin_fact();
            html_.element("dt", member.key()).open("dd");
            unknown_value(html_, member);
            html_.close("dd").close("div");
        }
    }

    Html& html_;
    const FactListOptions& options_;
    Grid grid_;
};

} // namespace

bool fact_list(Html& html, const schema::Node& structure, study::Value object, const FactListOptions& options) {
    FactWriter writer(html, options);
    writer.facts(structure, object, true, nullptr);
    return writer.has_written();
}

bool fact_tree(Html& html, const schema::Node& structure, study::Value object, int heading_level,
               const FactListOptions& options) {
    std::vector<ListBelow> lists;
    bool written = false;
    {
        FactWriter writer(html, options);
        writer.facts(structure, object, true, &lists);
        written = writer.has_written();
    }
    for (const ListBelow& list : lists) structure_list(html, *list.node, list.elements, heading_level, options);
    return written || !lists.empty();
}

void structure_list(Html& html, const schema::Node& structure, study::Value elements, int heading_level,
                    const FactListOptions& options) {
    heading(html, heading_level, structure.label.empty() ? structure.name : structure.label);
    if (!elements.is_array() || structure.is_leaf()) return value(html, structure, elements);
    if (is_flat(structure, elements)) return plain_table(html, structure, elements, {.hidden = options.hidden});
    const FactListOptions inner = {
        .skip = {}, .expected = {}, .explained = options.explained, .hidden = options.hidden};
    for (const study::Value element : elements) {
        html.open("div", {{"class", "group"}});
        fact_tree(html, structure, element, std::min(heading_level + 1, 6), inner);
        html.close("div");
    }
}

void not_in_record(Html& html, std::span<const std::string_view> labels) {
    if (labels.empty()) return;
    html.open("p", {{"class", "absent"}}).text("Not in this record: ");
    bool is_first = true;
    for (const std::string_view label : labels) {
        std::string words(label);
        // "Sex" → "sex", but "NCT number" stays: only a capital before a small letter is one of sentence case.
        const bool is_sentence_case = words.size() > 1 && words[0] >= 'A' && words[0] <= 'Z' && words[1] >= 'a';
        if (is_sentence_case) words[0] = static_cast<char>(words[0] | 0x20);
        html.text(is_first ? "" : ", ").text(words);
        is_first = false;
    }
    html.text(".").close("p");
}

void heading(Html& html, int level, std::string_view text) {
    switch (level) {
    case 3: html.element("h3", text); break;
    case 4: html.element("h4", text); break;
    case 5: html.element("h5", text); break;
    default: html.element("h6", text); break;
    }
}

void open_facts(Html& html) { html.open("dl", {{"class", "facts"}}); }
void close_facts(Html& html) { html.close("dl"); }

void fact_label(Html& html, const schema::Node& node, bool explained) {
    html.open("dt");
    if (explained) {
        explained_label(html, node);
    } else {
        html.text(node.label.empty() ? node.name : node.label);
    }
    // Shown in the researcher's view only (site.css).
    html.element("code", node.piece.empty() ? node.name : node.piece, {{"class", "piece"}});
    html.close("dt");
}

} // namespace trialdex::web
