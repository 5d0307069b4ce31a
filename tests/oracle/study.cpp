#include "oracle/study.h"

#include "oracle/codes.h"

#include <algorithm>

namespace trialdex::oracle {

namespace {

using schema::Node;
using schema::ValueKind;
using study::JsonKind;
using study::Value;

class Walk {
public:
    Walk(Study& study, Lexicon& lexicon) : study_(study), lexicon_(lexicon) {}

    void members(const Node* parent, Value object, int site) {
        if (!object.is_object()) return;
        for (const Value value : object) {
            const Node* node =
                parent == nullptr ? schema::find_root(value.key()) : schema::find_child(*parent, value.key());
            if (node == nullptr || value.kind() == JsonKind::Null) continue; // not of the schema, or as good as absent
            study_.present.emplace(node->id, site);
            if (node->list && value.is_array()) {
                list(*node, value, site);
            } else {
                element(*node, value, site);
            }
        }
    }

private:
    void list(const Node& node, Value array, int site) {
        study_.sizes[node.id].push_back({array.size(), site});
        int index = 0;
        for (const Value value : array) element(node, value, node.nested ? index++ : site);
        if (node.nested) study_.sites = index;
    }

    void element(const Node& node, Value value, int site) {
        if (!node.is_leaf()) {
            members(&node, value, site);
        } else if (node.value == ValueKind::GeoPoint) {
            point(value, site);
        } else if (is_on_line(node)) {
            if (const auto place = place_of(node, value)) study_.places[node.id].push_back({*place, site});
        } else {
            text(node, value, site);
        }
    }

    void point(Value value, int site) {
        const auto latitude = value["lat"].number();
        const auto longitude = value["lon"].number();
        if (latitude && longitude) study_.points.push_back({*latitude, *longitude, site});
    }

    void text(const Node& node, Value value, int site) {
        if (value.kind() == JsonKind::Null || value.is_array() || value.is_object()) return;
        TextValue& kept = study_.texts[node.id].emplace_back();
        kept.text = value.text();
        kept.site = site;
        if (holds_codes(node)) return;
        kept.split =
            lexicon_.split(kept.text, node.value == ValueKind::Markup ? text::Markup::CommonMark : text::Markup::Plain);
        for (const Word& word : kept.split.words) study_.terms.push_back(word.term);
    }

    Study& study_;
    Lexicon& lexicon_;
};

} // namespace

bool Study::has_term(TermId term) const { return std::binary_search(terms.begin(), terms.end(), term); }

Study take_apart(Value root, Lexicon& lexicon) {
    Study taken;
    taken.texts.resize(schema::nodes().size());
    const auto number = root["protocolSection"]["identificationModule"]["nctId"].text();
    if (const auto id = study::NctId::parse(number)) taken.id = *id;
    Walk(taken, lexicon).members(nullptr, root, kNoSite);
    std::sort(taken.terms.begin(), taken.terms.end());
    taken.terms.erase(std::unique(taken.terms.begin(), taken.terms.end()), taken.terms.end());
    return taken;
}

} // namespace trialdex::oracle
