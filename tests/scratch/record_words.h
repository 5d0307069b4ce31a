// Which numbers a record accounts for, the slow and obvious way: its texts word by word, and the few other forms that a
// value of it may take on a page.
#pragma once

#include "study/json.h"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace trialdex::scratch {

class RecordWords {
public:
    // Everything below `value`. Dates, times of day and coordinates count as a whole only, so that the 12 of
    // "2015-08-12" does not excuse a 12 of ours.
    void add(study::Value value);
    void add_text(std::string_view text);
    // A text that may stand on the page as it is, with its numbers.
    void add_phrase(std::string phrase) { phrases_.insert(std::move(phrase)); }

    // The numbers of a piece of the page that nothing here accounts for.
    std::vector<std::string> strangers(std::string text) const;

private:
    void add_point(study::Value point);
    bool add_date(std::string_view text);

    std::set<std::string> numbers_;
    struct LongerFirst {
        bool operator()(const std::string& a, const std::string& b) const {
            return a.size() != b.size() ? a.size() > b.size() : a < b;
        }
    };

    std::set<std::string, LongerFirst> phrases_; // or "7 May 2019" would leave the rest of "7 May 2019, 00:12"
    std::set<std::string> points_;
};

// What a reader or a screen reader gets from a page, piece by piece: each text between two tags, and each aria-label
// and title. Without the head; without what is marked: calculated numbers, scales of pictures, and examples of what can
// be typed; without the numbers that say where in a long list the page is.
std::vector<std::string> unmarked_pieces(std::string_view html);

} // namespace trialdex::scratch
