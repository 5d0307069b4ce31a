// The address of a search: the URL is the search. Whatever order and spelling a form or a person used, there is one
// canonical address, so that the same search is the same link everywhere.
#pragma once

#include "api/exchange.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace trialdex::web {

class SearchAddress {
public:
    using Parameter = std::pair<std::string, std::string>;

    SearchAddress() = default; // every study
    // What a request asks: names that no search has and empty values are dropped, halves of ranges joined ("startFrom",
    // "startTo" → "start=…_…"), choices of a facet in the facet's order.
    static SearchAddress of(const api::Request& request);

    std::string_view get(std::string_view name) const; // empty when it was not asked
    bool has(std::string_view name, std::string_view value) const;
    const std::vector<Parameter>& parameters() const { return parameters_; } // canonical
    bool is_empty() const;                                                   // nothing narrows it

    // The same search with one thing changed; all but a new page start again at the first page.
    SearchAddress with(std::string_view name, std::string_view value) const; // instead of what `name` had
    SearchAddress adding(std::string_view name, std::string_view value) const;
    SearchAddress without(std::string_view name) const;
    SearchAddress without(std::string_view name, std::string_view value) const;

    std::string href(std::string_view path = "/search") const;

private:
    explicit SearchAddress(std::vector<Parameter> parameters);
    SearchAddress changed(std::string_view name) const; // without the page, unless that is what changes

    std::vector<Parameter> parameters_;
};

// As it stands in a query string: spaces as '+', and readable where a URL can be.
std::string encode_query(std::string_view text);

} // namespace trialdex::web
