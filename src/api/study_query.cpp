#include "api/study_query.h"

#include "api/geo_parameters.h"
#include "api/parameters.h"
#include "search/language/agg_filters.h"
#include "search/language/parse.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace trialdex::api {

namespace {

using search::Expression;

constexpr std::string_view kQueryPrefix = "query.";
constexpr std::array<std::string_view, 10> kQueries = {"query.term", "query.cond",   "query.intr", "query.titles",
                                                       "query.outc", "query.spons",  "query.lead", "query.id",
                                                       "query.locn", "query.patient"};
constexpr std::array<std::string_view, 2> kFilterPrefixes = {"filter.", "postFilter."};
constexpr std::string_view kLead = "query.lead"; // a piece without an area of its own
constexpr std::string_view kLeadPiece = "LeadSponsorName";
constexpr std::string_view kAdvancedArea = "BasicSearch";

Expression leaf(Expression::Kind kind, std::string_view piece, std::string text) {
    Expression made;
    made.kind = kind;
    if (!piece.empty()) made.scope.node = schema::find_piece(piece);
    made.text = std::move(text);
    return made;
}

search::Clause filter(Expression expression) { return {std::move(expression), false}; }

search::Clause any_of(std::vector<Expression> parts) {
    Expression whole;
    whole.kind = Expression::Kind::Or;
    whole.parts = std::move(parts);
    return filter(std::move(whole));
}

search::Scope scope_of(std::string_view parameter) {
    if (parameter == kLead) return {nullptr, schema::find_piece(kLeadPiece)};
    const auto areas = schema::search_areas();
    const auto at = std::ranges::find(areas, parameter.substr(kQueryPrefix.size()), &schema::SearchArea::param);
    return {at == areas.end() ? nullptr : &*at, nullptr};
}

// As the error texts call it: the label of the box.
std::string_view where(const search::Scope& scope) {
    if (scope.node != nullptr) return scope.node->label;
    return scope.area->label.empty() ? scope.area->name : scope.area->label;
}

Result<Expression> parsed(std::string_view text, const search::Scope& scope, std::string_view place) {
    auto expression = search::parse(text, scope);
    if (expression) return std::move(*expression);
    return fail(ErrorCode::InvalidInput,
                fmt::format("Error parsing query in {}: {}", place, expression.error().detail));
}

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

// A parameter's text, or nullptr when there is nothing in it: clients send their whole form, empty boxes too.
const std::string* text_of(const Request& request, std::string_view name) {
    const std::string* text = request.parameter(name);
    return text != nullptr && !is_blank(*text) ? text : nullptr;
}

std::vector<std::string> items_of(const Request& request, std::string_view name) {
    std::vector<std::string> items = list_items(request, name);
    if (items.size() == 1 && items.front().empty()) items.clear();
    return items;
}

// The ids when a text holds nothing but ids; empty otherwise.
std::vector<study::NctId> only_ids(std::string_view text) {
    std::vector<study::NctId> ids;
    for (std::size_t start = 0; start < text.size();) {
        const std::size_t end = std::min(text.find_first_of(", \t\r\n", start), text.size());
        if (end > start) {
            const auto id = study::NctId::parse_lenient(text.substr(start, end - start));
            if (!id) return {};
            ids.push_back(*id);
        }
        start = end + 1;
    }
    return ids;
}

class QueryBuilder {
public:
    QueryBuilder(const Request& request, const store::Reader& store) : request_(request), store_(store) {}

    Result<search::Query> build() {
        for (const std::string_view name : kQueries) {
            if (auto added = add_query(name); !added) return tl::unexpected(added.error());
        }
        for (const std::string_view prefix : kFilterPrefixes) {
            if (auto added = add_filters(std::string(prefix)); !added) return tl::unexpected(added.error());
        }
        if (auto added = add_facets(); !added) return tl::unexpected(added.error());
        if (auto added = add_decay(); !added) return tl::unexpected(added.error());
        return std::move(query_);
    }

private:
    Result<void> add_query(std::string_view name) {
        const std::string* text = text_of(request_, name);
        if (text == nullptr) return {};
        if (query_.only_ids.empty()) {
            auto ids = with_successors(only_ids(*text));
            if (!ids) return tl::unexpected(ids.error());
            query_.only_ids = std::move(*ids);
        }
        const search::Scope scope = scope_of(name);
        auto expression = parsed(*text, scope, where(scope));
        if (!expression) return tl::unexpected(expression.error());
        query_.clauses.push_back({std::move(*expression), true});
        return {};
    }

    // Obsolete numbers find the study that they are part of now.
    Result<std::vector<study::NctId>> with_successors(std::vector<study::NctId> ids) const {
        for (std::size_t i = 0, given = ids.size(); i < given; ++i) {
            const auto successor = store_.find_alias(ids[i]);
            if (!successor) return tl::unexpected(successor.error());
            if (*successor) ids.push_back(**successor);
        }
        std::ranges::sort(ids);
        const auto repeated = std::ranges::unique(ids);
        ids.erase(repeated.begin(), repeated.end());
        return ids;
    }

    Result<void> add_filters(const std::string& prefix) {
        if (auto added = add_statuses(prefix + "overallStatus"); !added) return added;
        if (auto added = add_circle(prefix + "geo"); !added) return added;
        if (auto added = add_ids(prefix + "ids"); !added) return added;
        if (auto added = add_synonyms(prefix + "synonyms"); !added) return added;
        const std::string* text = text_of(request_, prefix + "advanced");
        if (text == nullptr) return {};
        auto expression = parsed(*text, {search::find_area(kAdvancedArea), nullptr}, "advanced filter");
        if (!expression) return tl::unexpected(expression.error());
        query_.clauses.push_back(filter(std::move(*expression)));
        return {};
    }

    Result<void> add_statuses(const std::string& name) {
        std::vector<Expression> statuses;
        const schema::EnumType& type = *schema::find_piece("OverallStatus")->enum_type;
        for (std::string& item : items_of(request_, name)) {
            if (type.find(item) == nullptr) {
                return fail(ErrorCode::InvalidInput,
                            fmt::format("Invalid value in parameter `overallStatus`: `{}`", item));
            }
            statuses.push_back(leaf(Expression::Kind::Code, "OverallStatus", std::move(item)));
        }
        if (!statuses.empty()) query_.clauses.push_back(any_of(std::move(statuses)));
        return {};
    }

    Result<void> add_circle(const std::string& name) {
        const std::string* text = text_of(request_, name);
        if (text == nullptr) return {};
        const auto circle = geo_circle(name, *text);
        if (!circle) return tl::unexpected(circle.error());
        Expression within = leaf(Expression::Kind::Distance, "LocationGeoPoint", {});
        within.circle = *circle;
        query_.clauses.push_back(filter(std::move(within)));
        if (!centre_) centre_ = *circle;
        return {};
    }

    Result<void> add_ids(const std::string& name) {
        std::vector<Expression> ids;
        const std::vector<std::string> items = items_of(request_, name);
        for (std::size_t i = 0; i < items.size(); ++i) {
            const auto id = study::NctId::parse_lenient(items[i]);
            if (!id) {
                return fail(ErrorCode::InvalidInput,
                            fmt::format("Item {} in parameter `{}` has incorrect format", i + 1, name));
            }
            for (const std::string_view piece : {"NCTId", "NCTIdAlias"}) {
                Expression& word = ids.emplace_back(leaf(Expression::Kind::Words, piece, id->text()));
                word.quoted = true;
                word.expansion = search::Expansion::Term; // a number has no synonyms
            }
        }
        if (!ids.empty()) query_.clauses.push_back(any_of(std::move(ids)));
        return {};
    }

    // "ConditionSearch:1651367". The ids are those of the registry's own vocabulary, of which we have none: as with
    // unknown keys of aggFilters, no study is known to be meant.
    Result<void> add_synonyms(const std::string& name) {
        const std::vector<std::string> items = items_of(request_, name);
        for (std::size_t i = 0; i < items.size(); ++i) {
            const std::size_t colon = items[i].find(':');
            const bool is_pair = colon != std::string::npos && colon + 1 < items[i].size();
            if (!is_pair || search::find_area(items[i].substr(0, colon)) == nullptr) {
                return fail(ErrorCode::InvalidInput,
                            fmt::format("Item {} in parameter `{}` has incorrect format", i + 1, name));
            }
        }
        if (!items.empty()) query_.clauses.push_back(filter(leaf(Expression::Kind::Nothing, {}, {})));
        return {};
    }

    Result<void> add_facets() {
        const std::string* text = text_of(request_, "aggFilters");
        if (text == nullptr) return {};
        auto filters = search::agg_filters(*text);
        if (!filters) return tl::unexpected(filters.error());
        query_.choices = std::move(filters->choices);
        if (filters->nothing) query_.clauses.push_back(filter(leaf(Expression::Kind::Nothing, {}, {})));
        return {};
    }

    // Looked at even without a place, so that a mistake in it is told.
    Result<void> add_decay() {
        const std::string* text = text_of(request_, "geoDecay");
        const auto decay = geo_decay(text != nullptr ? std::string_view(*text) : std::string_view(),
                                     centre_.value_or(Expression::Circle()));
        if (!decay) return tl::unexpected(decay.error());
        if (centre_) query_.decay = *decay;
        return {};
    }

    const Request& request_;
    const store::Reader& store_;
    search::Query query_;
    std::optional<Expression::Circle> centre_;
};

} // namespace

Result<search::Query> study_query(const Request& request, const store::Reader& store) {
    return QueryBuilder(request, store).build();
}

} // namespace trialdex::api
