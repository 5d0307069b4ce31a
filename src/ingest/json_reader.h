// JSON text that is not lines of records: a list of studies, a page of the registry's API, a single study in any
// layout, or several of these one behind the other. Records are cut out by their brackets, so a list may be longer than
// memory.
#pragma once

#include "ingest/look_ahead.h"
#include "ingest/record_source.h"

#include <memory>

namespace trialdex::ingest {

std::unique_ptr<RecordSource> read_json(LookAhead input, const ReadLimits& limits);

// Whether `text`, which begins with an object's bracket, begins as a page of the registry's API does:
// {"studies":[…]}, with "totalCount" and "nextPageToken" before or behind.
bool begins_as_page(std::string_view text);

} // namespace trialdex::ingest
