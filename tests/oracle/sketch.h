// An expression as it is being made up: a tree that prints as text, and that can be made smaller while it still fails.
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace trialdex::oracle {

struct Sketch {
    enum class Kind { Source, Prefix, And, Or };
    Kind kind = Kind::Source;
    std::string text; // Source: as written; Prefix: "AREA[Phase]" or "NOT "; And, Or: what stands between the parts
    std::vector<Sketch> parts;
};

Sketch source(std::string text);
Sketch prefixed(std::string prefix, Sketch part);

std::string print(const Sketch& sketch);

// The smallest sketch found by dropping parts, prefixes and words of which `fails` still holds. `fails` is asked about
// texts that may no longer be expressions, and says false to them.
Sketch shrunk(Sketch sketch, const std::function<bool(const std::string&)>& fails);

} // namespace trialdex::oracle
