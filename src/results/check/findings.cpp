#include "results/check/findings.h"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace trialdex::results {

namespace {

constexpr std::size_t kLongestTitle = 80; // bytes; a sentence should not be all title

bool is_at_or_below(std::string_view path, std::string_view place) {
    if (!path.starts_with(place)) return false;
    return place.empty() || path.size() == place.size() || path[place.size()] == '/';
}

bool continues_letter(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

std::string repetition(std::uint32_t more) {
    return more == 1 ? " The same is found once more here."
                     : fmt::format(" The same is found {} more times here.", counted(more));
}

} // namespace

bool Findings::wants(std::string_view path) const {
    return is_at_or_below(path, under_) || is_at_or_below(under_, path);
}

void Findings::add(FindingKind kind, std::string path, std::string sentence) {
    if (!is_at_or_below(path, under_)) return;
    const auto part = all_.begin() + static_cast<std::ptrdiff_t>(first_of_part_);
    const auto like = std::find_if(part, all_.end(), [&](const Finding& other) { return other.kind == kind; });
    if (like != all_.end()) {
        ++like->more;
        return;
    }
    all_.push_back({kind, std::move(path), std::move(sentence), 0});
}

std::vector<Finding> Findings::take() {
    for (Finding& finding : all_) {
        if (finding.more > 0) finding.sentence += repetition(finding.more);
    }
    return std::move(all_);
}

std::string counted(std::int64_t count) {
    std::string digits = fmt::format("{}", count);
    const std::size_t first = digits.starts_with('-') ? 1 : 0;
    for (std::size_t at = digits.size(); at > first + 3;) {
        at -= 3;
        digits.insert(at, 1, ',');
    }
    return digits;
}

std::string quoted(std::string_view title) {
    if (title.empty()) return "without a title";
    if (title.size() <= kLongestTitle) return fmt::format("“{}”", title);
    std::size_t end = title.rfind(' ', kLongestTitle);
    if (end == std::string_view::npos || end < kLongestTitle / 2) end = kLongestTitle;
    while (end > 0 && continues_letter(title[end])) --end;
    return fmt::format("“{}…”", title.substr(0, end));
}

} // namespace trialdex::results
