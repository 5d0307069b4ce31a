// Whole queries the slow way: clauses and choices together, facet counts, orders.
#pragma once

#include "oracle/walk.h"
#include "schema/facets.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace trialdex::oracle {

struct Choice {
    std::string facet;
    std::vector<std::string> keys; // any of them; a key that the facet does not have matches nothing
};

struct Query {
    std::vector<Tree> clauses; // prepared; all must hold
    std::vector<Choice> choices;
    std::vector<study::NctId> only_ids; // when not empty, nothing else counts
};

// Everything that is known: the studies, and how to read choices.
class Registry {
public:
    Registry(std::vector<Study> studies, Lexicon& lexicon, const text::Synonyms& synonyms);

    const std::vector<Study>& studies() const { return studies_; }

    std::vector<const Study*> matching(const Query& query) const;

    // key → studies with it, over what the query would match without this facet's own choices. A fixed list has all its
    // keys, other facets those that occur.
    std::map<std::string, std::uint64_t> facet_counts(const Query& query, const schema::Facet& facet) const;

private:
    bool chosen(const Study& study, const Choice& choice) const;
    bool matches(const Study& study, const Query& query, std::string_view but_for_facet) const;
    std::vector<std::string> keys_of(const Study& study, const schema::Facet& facet) const;

    std::vector<Study> studies_;
    std::map<std::string, std::map<std::string, Tree>> choices_; // facet → key → its expression
};

// By the piece's value, studies without one last in both directions, ties by ascending id.
void sort_by_piece(std::vector<const Study*>& studies, const schema::Node& node, bool ascending);
// By the distance of the nearest point, likewise.
void sort_by_distance(std::vector<const Study*>& studies, double latitude, double longitude, bool ascending);

std::optional<double> nearest(const Study& study, double latitude, double longitude);

} // namespace trialdex::oracle
