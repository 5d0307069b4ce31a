// One record as the sections of the study page see it: its modules by name, and the way to their pages.
#pragma once

#include "schema/schema.h"
#include "web/study_request.h"

#include <string>
#include <string_view>

namespace trialdex::web {

class RelatedTrials;

struct StudyView {
    explicit StudyView(const StudyRequest& study_request);

    const StudyRequest& request;
    study::Value root;
    study::Value identification, status, sponsors, description, conditions, design, arms, outcomes, eligibility, places,
        references, documents;
    study::Value results, annotations, misc;
    RelatedTrials* related = nullptr; // asked for already; null: the page has none
};

// The value at a dotted path of objects; absent when a step is missing.
study::Value value_at(study::Value root, std::string_view path);

// The schema's node at `path`; an empty one when the tables lack it, so that pages need no checks.
const schema::Node& node_at(std::string_view path);

// Text of a record in a sentence of ours, with its entities decoded.
std::string text_of(study::Value value);

// "protocolSection.statusModule": the module that `path` belongs to.
std::string_view module_of(std::string_view path);

} // namespace trialdex::web
