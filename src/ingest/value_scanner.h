// Finds where a JSON value ends by following its brackets and strings. It proves nothing else about the value: that is
// for study::check_record, which sees every record afterwards.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace trialdex::ingest {

class ValueScanner {
public:
    // Takes the next part of the text, the first part beginning with the value; returns how many bytes of it belong to
    // the value. Once ended() it takes nothing more.
    std::size_t feed(std::string_view part);
    bool ended() const { return ended_; }

private:
    std::size_t skip_string(std::string_view part, std::size_t at);

    std::uint64_t depth_ = 0;
    bool started_ = false;
    bool in_string_ = false;
    bool after_backslash_ = false;
    bool ended_ = false;
};

inline bool is_space(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }
std::size_t skip_space(std::string_view text, std::size_t at = 0);

// Whether `line` is one object from its first bracket to its last, with nothing but white space around.
bool is_whole_object(std::string_view line);
// Whether `text` ends before the value does that it begins with.
bool is_cut_off(std::string_view text);

// Every study begins with its protocol section. The text `{"protocolSection"` stands nowhere else in a valid list of
// studies (within strings its quotes would be escaped), so that reading can go on there when the brackets have lost
// count. Looks for it in `text` from `from` on.
std::optional<std::size_t> find_record_start(std::string_view text, std::size_t from);

} // namespace trialdex::ingest
