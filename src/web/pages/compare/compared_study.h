// The trials of a comparison: each record found and parsed, and the names in the address for which there is none.
#pragma once

#include "study/json.h"
#include "web/components/node_link.h"
#include "web/page.h"
#include "web/pages/compare/compare_address.h"

#include <string>
#include <vector>

namespace trialdex::web {

struct ComparedStudy {
    store::StoredRecord stored;
    study::Document document;
    StudyAddress address;

    study::Value root() const { return document.root(); }
};

struct ComparedStudies {
    std::vector<ComparedStudy> studies;  // at most kMostCompared, in the order of the address
    std::vector<std::string> malformed;  // no study numbers
    std::vector<std::string> unknown;    // numbers that this registry does not hold
    std::vector<std::string> beyond;     // well-formed numbers beyond the limit
    std::vector<std::string> unreadable; // records that cannot be parsed, each with the reason
    std::vector<std::string> ids;        // of the address, former numbers replaced by those that they led to
};

Result<ComparedStudies> find_compared(const PageContext& context, const CompareAddress& address);

} // namespace trialdex::web
