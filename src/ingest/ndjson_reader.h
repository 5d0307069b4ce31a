// One record a line. A damaged line costs that line only.
#pragma once

#include "ingest/look_ahead.h"
#include "ingest/record_source.h"

#include <memory>

namespace trialdex::ingest {

std::unique_ptr<RecordSource> read_lines(LookAhead input, const ReadLimits& limits);

} // namespace trialdex::ingest
