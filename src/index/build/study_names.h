// The names a record gives to its conditions and interventions, for the synonyms that records teach.
#pragma once

#include "study/json.h"
#include "text/record_synonyms.h"

namespace trialdex::index {

// Views into the record's document.
text::StudyNames names_of(study::Value record);

} // namespace trialdex::index
