// The ClinicalTrials.gov API v2 (version 2.0.5) over a registry: routes below /api/v2, one operation a file.
// Errors are one line of plain text with the contract's wording; every good answer carries the ETag of the data load.
#pragma once

#include "api/data_load.h"
#include "api/exchange.h"
#include "related/related.h"
#include "search/search.h"
#include "store/store.h"

namespace trialdex::api {

class Api final : public Handler {
public:
    // All must outlive the API. Without an index, searches are answered with 503, without a finder what is related.
    explicit Api(const store::Reader& store, const search::LiveIndex* index = nullptr,
                 const related::LiveFinder* related = nullptr)
        : store_(store), index_(index), related_(related), data_load_(store) {}
    Response handle(const Request& request) const override;
    std::size_t post_limit(std::string_view path) const override;

private:
    const store::Reader& store_;
    const search::LiveIndex* index_;
    const related::LiveFinder* related_;
    CurrentDataLoad data_load_;
};

} // namespace trialdex::api
