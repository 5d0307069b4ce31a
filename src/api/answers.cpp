#include "api/answers.h"

namespace trialdex::api {

Response json_answer(std::string body) {
    Response response;
    response.content_type = "application/json";
    response.body = std::move(body);
    return response;
}

Response error_answer(int status, std::string text) {
    for (char& c : text) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
    }
    Response response;
    response.status = status;
    response.body = std::move(text);
    return response;
}

Response store_failure(const Error& error) {
    Response response = error_answer(500, "The registry could not be read");
    response.note = error.message;
    return response;
}

} // namespace trialdex::api
