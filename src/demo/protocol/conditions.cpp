#include "demo/members.h"
#include "demo/protocol/protocol.h"
#include "demo/words/split.h"

namespace trialdex::demo {

void write_conditions(JsonWriter& out, const Plan& plan) {
    object(out, "conditionsModule", [&] {
        list(out, "conditions", [&] {
            out.string(plan.program.condition->name);
            if (plan.program.second != nullptr) out.string(plan.program.second->name);
        });
        if (plan.turn().deal(4, "no keywords") == 0) return;
        std::vector<std::string> keywords;
        for (const std::string_view word : parts_of(plan.program.condition->keywords)) keywords.emplace_back(word);
        keywords.push_back(plan.program.name);
        if (plan.turn().once_in(25, "odd keyword")) keywords.emplace_back("<b>bold</b> & 'quoted' \\ keyword");
        texts(out, "keywords", keywords);
    });
}

} // namespace trialdex::demo
