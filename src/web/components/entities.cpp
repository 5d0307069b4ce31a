#include "web/components/entities.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <utility>

namespace trialdex::web {

namespace {

constexpr int kMaxPasses = 3; // "&amp;amp;amp;" is the most that real records hold

using Entity = std::pair<std::string_view, std::string_view>;

// The names that sponsors' texts use; sorted by name. Any other name stays as it was written.
constexpr std::array<Entity, 40> kNamed = {{
    {"Alpha", "Α"}, {"Beta", "Β"},      {"Delta", "Δ"},  {"Omega", "Ω"}, {"alpha", "α"},  {"amp", "&"},
    {"apos", "'"},  {"beta", "β"},      {"bull", "•"},   {"cent", "¢"},  {"copy", "©"},   {"deg", "°"},
    {"delta", "δ"}, {"divide", "÷"},    {"eacute", "é"}, {"euro", "€"},  {"frac12", "½"}, {"gamma", "γ"},
    {"ge", "≥"},    {"gt", ">"},        {"hellip", "…"}, {"kappa", "κ"}, {"lambda", "λ"}, {"ldquo", "“"},
    {"le", "≤"},    {"lsquo", "‘"},     {"lt", "<"},     {"mdash", "—"}, {"micro", "µ"},  {"middot", "·"},
    {"mu", "μ"},    {"nbsp", "\u00a0"}, {"ndash", "–"},  {"ne", "≠"},    {"plusmn", "±"}, {"quot", "\""},
    {"rdquo", "”"}, {"reg", "®"},       {"rsquo", "’"},  {"times", "×"},
}};
static_assert(std::is_sorted(kNamed.begin(), kNamed.end(),
                             [](const Entity& a, const Entity& b) { return a.first < b.first; }));

void append_utf8(std::string& out, std::uint32_t point) {
    const bool is_character = point != 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
    if (!is_character) point = 0xfffd;
    const auto add = [&](std::uint32_t byte) { out += static_cast<char>(byte); };
    if (point < 0x80) {
        add(point);
    } else if (point < 0x800) {
        add(0xc0 | point >> 6);
        add(0x80 | (point & 0x3f));
    } else if (point < 0x10000) {
        add(0xe0 | point >> 12);
        add(0x80 | (point >> 6 & 0x3f));
        add(0x80 | (point & 0x3f));
    } else {
        add(0xf0 | point >> 18);
        add(0x80 | (point >> 12 & 0x3f));
        add(0x80 | (point >> 6 & 0x3f));
        add(0x80 | (point & 0x3f));
    }
}

// "#39" or "#x27" after the '&'.
bool append_numeric(std::string& out, std::string_view digits) {
    digits.remove_prefix(1);
    int base = 10;
    if (!digits.empty() && (digits[0] == 'x' || digits[0] == 'X')) {
        base = 16;
        digits.remove_prefix(1);
    }
    std::uint32_t point = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), point, base);
    if (digits.empty() || end != digits.data() + digits.size()) return false;
    append_utf8(out, error == std::errc() ? point : 0);
    return true;
}

bool append_named(std::string& out, std::string_view name) {
    if (name == "Amp" || name == "AMP") name = "amp"; // titles that somebody put into title case
    const auto found = std::lower_bound(kNamed.begin(), kNamed.end(), name,
                                        [](const Entity& entity, std::string_view key) { return entity.first < key; });
    if (found == kNamed.end() || found->first != name) return false;
    out += found->second;
    return true;
}

std::string decode_once(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        constexpr std::size_t kLongest = 12; // "&#x10FFFF;" has 10
        const std::size_t end = text[i] == '&' ? text.substr(i, kLongest).find(';') : std::string_view::npos;
        if (end == std::string_view::npos) {
            out += text[i++];
            continue;
        }
        out += decode_entity(text.substr(i, end + 1));
        i += end + 1;
    }
    return out;
}

} // namespace

std::string decode_entity(std::string_view reference) {
    std::string out;
    if (reference.size() < 3 || reference.front() != '&' || reference.back() != ';') return std::string(reference);
    const std::string_view name = reference.substr(1, reference.size() - 2);
    if (name[0] == '#' ? append_numeric(out, name) : append_named(out, name)) return out;
    return std::string(reference);
}

std::string decode_entities(std::string_view text) {
    std::string decoded(text);
    for (int pass = 0; pass < kMaxPasses && decoded.find('&') != std::string::npos; ++pass) {
        std::string next = decode_once(decoded);
        if (next == decoded) break;
        decoded = std::move(next);
    }
    return decoded;
}

} // namespace trialdex::web
