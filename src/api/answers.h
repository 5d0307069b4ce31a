// The few forms that answers of the API have.
#pragma once

#include "api/exchange.h"
#include "base/result.h"

#include <string>
#include <string_view>

namespace trialdex::api {

Response json_answer(std::string body);
Response error_answer(int status, std::string text); // control characters become spaces: it must stay one line
Response store_failure(const Error& error);          // the reason goes to the log, not to the client

} // namespace trialdex::api
