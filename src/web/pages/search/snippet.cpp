#include "web/pages/search/snippet.h"

#include "web/path/node_words.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace trialdex::web {

namespace {

constexpr std::size_t kMostBytesLookedAt = 64 * 1024; // of one study; the mean of real records is 17 KB
constexpr std::size_t kEnoughLookedAt = 4 * 1024;     // bytes after which a good passage is good enough
constexpr std::size_t kLongestValue = 20'000;         // characters of one field
constexpr std::size_t kPassage = 240;                 // bytes of a snippet
constexpr std::size_t kBefore = 70;                   // of these before the first mark

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// Looks at the fields that the search makes most of first, and stops at the first good passage: splitting whole records
// into words took half of a page's time.
class Search {
public:
    Search(WordsSought& words, const std::set<std::size_t>& shown) : words_(words), shown_(shown) {
        const auto is_asked = [&](std::size_t word) { return words_.was_asked(word); };
        const auto shown_asked = static_cast<std::size_t>(std::count_if(shown.begin(), shown.end(), is_asked));
        wanted_ = words_.asked() - shown_asked;
    }

    void run(study::Value root) {
        if (wanted_ == 0 && !shown_.empty()) return; // the card shows every word already
        gather(root, nullptr, true);
        std::stable_sort(fields_.begin(), fields_.end(), [&](const Field& a, const Field& b) {
            return words_.weight(*a.node) > words_.weight(*b.node);
        });
        for (const Field& field : fields_) {
            if (is_enough() || looked_at_ > kMostBytesLookedAt) return;
            look_at(field.value, *field.node);
        }
    }

    Snippet take() { return std::move(best_); }

private:
    struct Field {
        const schema::Node* node;
        study::Value value;
    };

    void gather(study::Value value, const schema::Node* node, bool at_top) {
        if (value.is_object()) {
            for (const study::Value member : value) {
                const schema::Node* below = at_top ? schema::find_root(member.key())
                                            : node ? schema::find_child(*node, member.key())
                                                   : nullptr;
                if (below) gather(member, below, false);
            }
        } else if (value.is_array()) {
            for (const study::Value element : value) gather(element, node, false);
        } else if (node && value.is_string() && words_.looks_at(*node)) {
            fields_.push_back({node, value});
        }
    }

    void look_at(study::Value value, const schema::Node& node) {
        std::string text = nodes::shortened(value.text(), kLongestValue);
        looked_at_ += text.size();
        FoundWords found = words_.find(node, text);
        const Worth worth = {further(found.words), found.words.size(), found.weight};
        if (worth <= worth_ || worth.further == 0) return;
        worth_ = worth;
        asked_ = std::pair(asked_in(found.words, false), asked_in(found.words, true));
        best_ = {&node, std::move(text), std::move(found.ranges)};
    }

    // All words asked for in one place; or, with some reading done, all that the card does not show yet.
    bool is_enough() const {
        if (!best_.node || wanted_ == 0) return false;
        return asked_.first == words_.asked() || (asked_.second == wanted_ && looked_at_ > kEnoughLookedAt);
    }

    // Of the words asked for: how many of `found`, or only those that the card does not show.
    std::size_t asked_in(const std::set<std::size_t>& found, bool only_further) const {
        return static_cast<std::size_t>(std::count_if(found.begin(), found.end(), [&](std::size_t word) {
            return words_.was_asked(word) && !(only_further && shown_.contains(word));
        }));
    }

    std::size_t further(const std::set<std::size_t>& found) const {
        return static_cast<std::size_t>(
            std::count_if(found.begin(), found.end(), [&](std::size_t word) { return is_further(word); }));
    }

    // Another name adds nothing to a card that shows the words already.
    bool is_further(std::size_t word) const {
        return !shown_.contains(word) && (words_.was_asked(word) || shown_.empty());
    }

    struct Worth {
        std::size_t further = 0; // words that nothing else shows
        std::size_t words = 0;
        double weight = 0;
        auto operator<=>(const Worth&) const = default;
    };

    WordsSought& words_;
    const std::set<std::size_t>& shown_;
    std::vector<Field> fields_;
    std::size_t wanted_ = 0; // words asked for that the card does not show
    Snippet best_;
    Worth worth_;
    std::pair<std::size_t, std::size_t> asked_; // words asked for in the best passage: all, and those not shown
    std::size_t looked_at_ = 0;
};

// Of the marks that fit into one passage, where the most begin.
std::size_t densest_mark(const std::vector<MarkedRange>& ranges) {
    std::size_t best = 0;
    std::size_t most = 0;
    for (std::size_t first = 0, last = 0; first < ranges.size(); ++first) {
        last = std::max(last, first);
        while (last < ranges.size() && ranges[last].end - ranges[first].begin <= kPassage - kBefore) ++last;
        if (last - first > most) {
            most = last - first;
            best = first;
        }
    }
    return best;
}

std::size_t word_start(std::string_view text, std::size_t at) {
    if (at == 0) return 0;
    const std::size_t space = text.find(' ', at);
    if (space != std::string_view::npos && space - at < kBefore / 2) return space + 1;
    while (at < text.size() && is_continuation(text[at])) ++at;
    return at;
}

std::size_t word_end(std::string_view text, std::size_t at) {
    if (at >= text.size()) return text.size();
    const std::size_t space = text.rfind(' ', at);
    if (space != std::string_view::npos && at - space < kBefore / 2) return space;
    while (at > 0 && is_continuation(text[at])) --at;
    return at;
}

} // namespace

void marked_text(Html& html, std::string_view text, std::span<const MarkedRange> ranges) {
    std::size_t at = 0;
    for (const MarkedRange& range : ranges) {
        html.text(text.substr(at, range.begin - at)).element("mark", text.substr(range.begin, range.end - range.begin));
        at = range.end;
    }
    html.text(text.substr(at));
}

std::set<std::size_t> marked_value(Html& html, WordsSought& words, const schema::Node& node, study::Value value) {
    const std::string text = nodes::shortened(value.text(), kLongestValue);
    FoundWords found = words.find(node, text);
    marked_text(html, text, found.ranges);
    return std::move(found.words);
}

void cut_to_passage(Snippet& snippet) {
    if (snippet.text.size() <= kPassage || snippet.ranges.empty()) return;
    const MarkedRange first = snippet.ranges[densest_mark(snippet.ranges)];
    std::size_t begin = first.begin > kBefore ? word_start(snippet.text, first.begin - kBefore) : 0;
    begin = std::min(begin, first.begin);
    const std::size_t end = std::max(word_end(snippet.text, begin + kPassage), first.end);
    const std::string before = begin > 0 ? "… " : "";
    std::string passage = before + snippet.text.substr(begin, end - begin) + (end < snippet.text.size() ? " …" : "");
    std::erase_if(snippet.ranges, [&](const MarkedRange& range) { return range.begin < begin || range.end > end; });
    for (MarkedRange& range : snippet.ranges) {
        range.begin += before.size() - begin;
        range.end += before.size() - begin;
    }
    snippet.text = std::move(passage);
}

Snippet best_snippet(study::Value root, WordsSought& words, const std::set<std::size_t>& shown) {
    Search search(words, shown);
    search.run(root);
    Snippet snippet = search.take();
    cut_to_passage(snippet);
    return snippet;
}

} // namespace trialdex::web
