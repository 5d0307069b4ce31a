#include "web/pages/search/api_address.h"

#include "schema/facets.h"
#include "web/pages/search/order.h"

#include <map>

namespace trialdex::web {

namespace {

std::string one_choice(const schema::Facet& facet, const std::string& key) {
    for (const schema::FacetChoice& choice : facet.choices) {
        if (choice.key == key) return std::string(choice.expression);
    }
    if (facet.kind == schema::FacetKind::Choices) return "NOT ALL"; // a key that the facet does not have
    std::string quoted;
    for (const char c : key) quoted += c == '"' || c == '\\' ? std::string("\\") + c : std::string(1, c);
    const std::string area = "AREA[" + std::string(facet.piece) + "]";
    return facet.kind == schema::FacetKind::Years ? area + quoted : area + "COVERAGE[FullMatch]\"" + quoted + "\"";
}

void join(std::string& whole, const std::string& part) {
    whole = whole.empty() ? part : "(" + whole + ") AND (" + part + ")";
}

// What the boxes hold, without the scope that the parameter brings with it.
std::string inside(const AskedClause& clause) {
    const std::size_t open = clause.language.find('(');
    return clause.language.substr(open + 1, clause.language.size() - open - 2);
}

std::string aggregate_filter(const search::Choice& choice) {
    std::string filter = choice.facet + ":";
    for (const std::string& key : choice.keys) filter += (filter.back() == ':' ? "" : " ") + key;
    return filter;
}

} // namespace

std::string choice_language(const search::Choice& choice) {
    const schema::Facet* facet = schema::find_facet(choice.facet);
    if (!facet) return {};
    std::string whole;
    for (const std::string& key : choice.keys) {
        const std::string one = one_choice(*facet, key);
        whole += (whole.empty() ? "" : " OR ") + (choice.keys.size() > 1 ? "(" + one + ")" : one);
    }
    return whole;
}

std::string api_address(const Question& question) {
    std::map<std::string, std::string> parameters;
    std::string filters;
    for (const AskedClause& clause : question.clauses) {
        join(parameters[clause.box ? std::string(clause.box->api) : "filter.advanced"],
             clause.box ? inside(clause) : clause.language);
    }
    for (const search::Choice& choice : question.choices) {
        const schema::Facet* facet = schema::find_facet(choice.facet);
        if (facet && facet->in_api) {
            filters += (filters.empty() ? "" : ",") + aggregate_filter(choice);
        } else {
            join(parameters["filter.advanced"], choice_language(choice));
        }
    }
    std::string address = "/api/v2/studies?";
    for (const auto& [name, value] : parameters) address += name + "=" + encode_query(value) + "&";
    if (!filters.empty()) address += "aggFilters=" + encode_query(filters) + "&";
    const SearchOrder order = order_of(question);
    if (!order.api.empty()) address += "sort=" + encode_query(order.api) + "&";
    return address + "countTotal=true";
}

} // namespace trialdex::web
