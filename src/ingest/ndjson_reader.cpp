#include "ingest/ndjson_reader.h"

#include "ingest/reasons.h"
#include "ingest/value_scanner.h"

#include <fmt/format.h>

namespace trialdex::ingest {

namespace {

class NdjsonReader : public RecordSource {
public:
    NdjsonReader(LookAhead input, const ReadLimits& limits) : input_(std::move(input)), limits_(limits) {}

    std::optional<Item> next() override {
        while (!ended_) {
            const Line line = find_line();
            if (line.length == 0 && !line.terminated) return end();
            ++number_;
            std::optional<Item> item = take(line);
            input_.drop(line.in_hand + (line.terminated ? 1 : 0));
            if (item) return item;
        }
        return std::nullopt;
    }

private:
    struct Line {
        std::uint64_t length = 0; // without its line feed
        std::size_t in_hand = 0;  // its bytes that are ahead now: all of them, unless it is too long
        bool terminated = false;
    };

    // Leaves the line at the front of what is ahead; of a line that is too long, only its end.
    Line find_line() {
        std::uint64_t dropped = 0;
        std::size_t searched = 0;
        while (true) {
            const std::string_view ahead = input_.ahead();
            const std::size_t feed = ahead.find('\n', searched);
            if (feed != std::string_view::npos) return {dropped + feed, feed, true};
            searched = ahead.size();
            if (searched > limits_.max_record_bytes + 1) { // 1: the limit does not count a carriage return
                dropped += searched;
                input_.drop(searched);
                searched = 0;
            }
            if (!input_.more()) return {dropped + searched, searched, false};
        }
    }

    std::optional<Item> take(const Line& line) {
        std::string_view text = input_.ahead().substr(0, line.in_hand);
        const std::uint64_t carriage_return = text.ends_with('\r') ? 1 : 0;
        if (line.length - carriage_return > limits_.max_record_bytes) {
            return refusal(reason_too_long(line.length - carriage_return, limits_.max_record_bytes));
        }
        text.remove_suffix(carriage_return);
        if (skip_space(text) == text.size()) return std::nullopt;
        if (!line.terminated && is_cut_off(text)) return refusal(std::string(kReasonCutOff));
        return Item{ItemKind::Record, place(), std::string(text)};
    }

    std::optional<Item> end() {
        ended_ = true;
        if (!input_.trouble()) return std::nullopt;
        return Item{ItemKind::Trouble, fmt::format("after line {}", number_), input_.trouble()->message};
    }

    std::string place() const { return fmt::format("line {}", number_); }
    Item refusal(std::string reason) const { return {ItemKind::Refused, place(), std::move(reason)}; }

    LookAhead input_;
    ReadLimits limits_;
    std::uint64_t number_ = 0;
    bool ended_ = false;
};

} // namespace

std::unique_ptr<RecordSource> read_lines(LookAhead input, const ReadLimits& limits) {
    return std::make_unique<NdjsonReader>(std::move(input), limits);
}

} // namespace trialdex::ingest
