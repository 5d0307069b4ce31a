// A request for a study or a node of it: finds the record, the version that is cited, and the one canonical address.
#pragma once

#include "study/json.h"
#include "web/components/node_link.h"
#include "web/page.h"

#include <optional>

namespace trialdex::web {

// What study and module pages get: the record as it stands in the registry, parsed, and its address.
struct StudyRequest {
    const PageContext& page;
    const store::StoredRecord& stored;
    study::Value root;    // of the record
    StudyAddress address; // links to this study keep the version that is cited
};

// https://clinicaltrials.gov/study/NCT…
std::string official_record_url(store::NctId id);

// The number in what people paste: "NCT 06916403", "NCT-06916403", "06916403", the address of a page about the study.
std::optional<store::NctId> pasted_id(std::string_view text);

// A study of this registry to show what a study number looks like; none when there is no study.
std::optional<store::NctId> example_study(const PageContext& context);

// Answers everything below /study/: `rest` is what follows it. Redirects to the canonical id (case, missing zeros,
// alias ids, trailing slash), answers 400 (no number) and 404 (no such study or version) with a way on, and hands the
// record to the study page or the module page.
api::Response study_or_module(const PageContext& context, std::string_view rest);

// Answers /study?id=…, where the id box leads.
api::Response find_study(const PageContext& context);

} // namespace trialdex::web
