// The last step of results that were handed in and are not posted: who has the next move, and since when.
#pragma once

#include "study/json.h"

#include <cstdint>
#include <string_view>

namespace trialdex::web {

struct SubmissionStep {
    enum class Kind : std::uint8_t {
        Unknown,    // the record says that results were handed in, and no more
        Released,   // with the registry's reviewers
        Reset,      // returned to the sponsor
        Unreleased, // taken back by the sponsor
    };
    Kind kind = Kind::Unknown;
    std::string_view day = {}; // empty when the record has none
};

// From the notice on unposted results, else from the registry's own tracking of them.
SubmissionStep last_submission_step(study::Value root);

} // namespace trialdex::web
