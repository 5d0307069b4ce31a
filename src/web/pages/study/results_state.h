// Where the study's results stand, read from the record alone. Nothing is promised and nobody blamed.
#pragma once

#include "study/json.h"

#include <cstdint>

namespace trialdex::web {

enum class ResultsState : std::uint8_t {
    Posted,        // the record holds results
    NotApplicable, // expanded access: treatment outside a study, no results are gathered
    Submitted,     // handed in, not posted
    Waived,        // the sponsor was released from submitting them
    Delayed,       // a certificate or request for later results
    NonePosted,
};

ResultsState results_state(study::Value root);

} // namespace trialdex::web
