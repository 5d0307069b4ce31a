#include "related/answer_json.h"

#include "base/json_writer.h"

#include <cmath>

namespace trialdex::related {

namespace {

constexpr std::array<std::string_view, 8> kKinds = {"sameTrial", "continuation", "condition", "intervention",
                                                    "design",    "population",   "outcome",   "wording"}; // by Kind

// Four digits: the rest is noise.
double rounded(double value) { return std::round(value * 1e4) / 1e4; }

void write(const Related& trial, JsonWriter& json) {
    json.begin_object().member("nctId", trial.id.text());
    if (!trial.brief.title.empty()) json.member("briefTitle", trial.brief.title);
    if (!trial.brief.status.empty()) json.member("overallStatus", trial.brief.status);
    json.key("score").number(rounded(trial.score)).key("aspects").begin_object();
    for (std::size_t aspect = 0; aspect < kAspectCount; ++aspect) {
        if (trial.aspects[aspect]) json.key(aspects()[aspect].id).number(rounded(*trial.aspects[aspect]));
    }
    json.end_object().key("reasons").begin_array();
    for (const Reason& reason : trial.reasons) {
        json.begin_object()
            .member("kind", kKinds[static_cast<std::size_t>(reason.kind)])
            .member("text", reason.text)
            .key("names")
            .begin_array();
        for (const std::string& name : reason.names) json.string(name);
        json.end_array().end_object();
    }
    json.end_array().end_object();
}

} // namespace

std::string answer_json(const Answer& answer, const std::optional<NctId>& id, std::string_view next) {
    JsonWriter json;
    json.begin_object();
    if (id) json.member("nctId", id->text());
    json.member("total", answer.total).key("lacking").begin_array();
    for (const Aspect aspect : answer.lacking) json.string(aspects()[static_cast<std::size_t>(aspect)].id);
    json.end_array().key("related").begin_array();
    for (const Related& trial : answer.related) write(trial, json);
    json.end_array();
    if (!next.empty()) json.member("nextPageToken", next);
    json.end_object();
    return json.take();
}

} // namespace trialdex::related
