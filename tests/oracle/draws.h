// What random expressions are made of: words, codes, dates, ages, numbers and places that some record really holds.
#pragma once

#include "oracle/study.h"
#include "text/synonyms.h"

#include <random>
#include <string>
#include <vector>

namespace trialdex::oracle {

// `text` with words that are operators ("OR") in lower case.
std::string without_operators(std::string text);

class Draws {
public:
    // `studies`, at least one, must outlive this.
    Draws(const std::vector<Study>& studies, std::uint64_t seed, Lexicon& lexicon, const text::Synonyms& synonyms);

    std::size_t below(std::size_t bound) { return static_cast<std::size_t>(random_() % bound); }
    bool one_in(std::size_t n) { return below(n) == 0; }
    template <class T> const T& one_of(const std::vector<T>& list) { return list[below(list.size())]; }

    // Nodes of which some record has a value.
    const std::vector<const schema::Node*>& text_nodes() const { return text_nodes_; }
    const std::vector<const schema::Node*>& code_nodes() const { return code_nodes_; }
    const std::vector<const schema::Node*>& line_nodes() const { return line_nodes_; }
    const std::vector<const schema::Node*>& list_nodes() const { return list_nodes_; }

    // One to `most` words of some value of the node, mostly neighbours, as the record writes them; safe to stand among
    // words of an expression. Prefers values with a word that 1 to 20 % of the studies hold. Empty when the node has
    // none.
    std::string words(const schema::Node& node, std::size_t most);
    std::string code(const schema::Node& node); // in any wording, quoted where it must be
    // A word or a bound for AREA[node]: "2020-05", "18 Years", "120".
    std::string bound(const schema::Node& node);
    std::string range(const schema::Node& node); // "RANGE[…, …]", lower bound first
    std::string circle();                        // "DISTANCE[…]" round some site
    std::size_t list_size(const schema::Node& node);
    std::string id();
    // A name of a concept of which some form may stand in a record; empty when there is none.
    std::string name();

private:
    struct Holders { // who has values of a node, by node id
        std::vector<std::vector<const Study*>> texts, places, sizes;
    };

    const TextValue* text_value(const schema::Node& node);
    void gather_names(Lexicon& lexicon, const text::Synonyms& synonyms);
    bool is_selective(TermId term) const;
    Place place(const schema::Node& node);
    std::string written(const schema::Node& node, Place place);
    std::string date(int day);
    std::string age(std::int64_t seconds);

    std::mt19937_64 random_;
    const std::vector<Study>& studies_;
    std::vector<std::uint32_t> studies_with_; // by term
    std::vector<const Study*> with_points_;
    std::vector<std::vector<std::string>> names_; // of the concepts of which a form may stand in a record
    Holders holders_;
    std::vector<const schema::Node*> text_nodes_, code_nodes_, line_nodes_, list_nodes_;
};

} // namespace trialdex::oracle
