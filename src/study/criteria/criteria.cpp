#include "study/criteria/criteria.h"

#include "study/criteria/lines.h"
#include "study/criteria/side_heading.h"

#include <algorithm>

namespace trialdex::study {

namespace {

constexpr std::size_t kMaxSidesInLine = 16; // real lines name 2; more is somebody's attack

// Goes through the lines once and remembers on which side it stands.
class CriteriaReader {
public:
    explicit CriteriaReader(std::string_view text) : text_(text), lines_(criteria_lines(text)) {}

    std::vector<CriteriaBlock> read() {
        namings_.reserve(lines_.size());
        for (const CriteriaLine& line : lines_) namings_.push_back(naming_of(line));
        for (std::size_t i = 0; i < lines_.size(); ++i) read_line(i);
        return std::move(blocks_);
    }

private:
    std::string_view words(const CriteriaLine& line) const {
        return text_.substr(line.content, line.end - line.content);
    }

    SideNaming naming_of(const CriteriaLine& line) const {
        const SideNaming naming = name_side(words(line), line.is_item());
        // A sentence inside a list speaks of its own item.
        const bool is_kept = naming.naming == Naming::Heading || line.indent == 0 || line.is_item();
        return is_kept ? naming : SideNaming{};
    }

    void read_line(std::size_t index) {
        const CriteriaLine& line = lines_[index];
        if (line.indent < scope_) leave_scope();
        heads_list_ = is_before_list(index);
        is_behind_item_ = index > 0 && lines_[index - 1].is_item();
        if (!line.is_item()) divide(index);
        switch (namings_[index].naming) {
        case Naming::Heading: return begin_side(index);
        case Naming::Sentence: sentence(index); break;
        case Naming::Hint: hint(namings_[index].side); break;
        case Naming::Doubt:
            is_own_ = line.is_item() && namings_[index].side != side_;
            if (!line.is_item() && namings_[index].side != side_) doubt();
            break;
        case Naming::Nothing: break;
        }
        place(line);
        add_words(line);
        is_own_ = false;
    }

    void begin_side(std::size_t index) {
        const CriteriaLine& line = lines_[index];
        const std::uint32_t heading_end = line.content + static_cast<std::uint32_t>(namings_[index].end);
        // "Inclusion criteria:", "Eligibility criteria before surgery:": the second divides the first.
        const bool is_neither = namings_[index].side == CriteriaSide::Unstated;
        const bool is_divided = is_neither && index > 0 && namings_[index - 1].naming == Naming::Heading;
        const CriteriaSide side = is_divided ? side_ : namings_[index].side;
        if (side != side_) open_scope(index);
        lead_in(side);
        open_items_.clear();
        depth_ = 0;
        add({CriteriaKind::SideHeading, side_, 0, line.begin, line.content, heading_end});
        add_words(after_heading(line, heading_end));
    }

    // A list in which a side is named ("1. Inclusion criteria:" and its items, "2. Exclusion criteria:" and its items)
    // ends the side where it ends; a heading before a flat list does not.
    void open_scope(std::size_t index) {
        const CriteriaLine& line = lines_[index];
        scope_ = 0;
        if (!line.is_item()) return;
        const std::uint32_t next = index + 1 < lines_.size() ? lines_[index + 1].indent : 0;
        scope_ = next > line.indent ? next : line.indent;
    }

    void leave_scope() {
        scope_ = 0;
        side_ = CriteriaSide::Unstated;
    }

    // "Cohort 2", "Healthy controls": a population for which no side has been said yet.
    void divide(std::size_t index) {
        const CriteriaLine& line = lines_[index];
        if (line.indent > 0 || namings_[index].naming != Naming::Nothing) return;
        const Division division = read_division(words(line));
        if (!division.is_short) return;
        const bool is_last = index + 1 >= lines_.size();
        const bool is_behind_heading = index > 0 && namings_[index - 1].naming == Naming::Heading;
        // A population begins anew with its inclusions; a short line before exclusions is the last inclusion.
        const bool heads_a_side = side_ == CriteriaSide::Exclusion && !is_last && !is_behind_heading &&
                                  namings_[index + 1].naming == Naming::Heading &&
                                  namings_[index + 1].side == CriteriaSide::Inclusion;
        // Where every line stands by itself, a short one may be a criterion: "Personal or family history of …".
        const bool heads_a_list = division.has_colon || (!is_last && lines_[index + 1].is_item());
        // "Exclusion criteria:", "Healthy subjects:": the exclusions themselves are divided by people.
        const bool is_subdivision = side_ == CriteriaSide::Inclusion || is_behind_heading;
        if (is_subdivision && division.other_people) has_other_people_ = true;
        const bool is_exclusion = side_ == CriteriaSide::Exclusion && !is_behind_heading;
        const bool begins_others = heads_a_list && is_exclusion && division.other_people && !has_other_people_;
        const bool is_next = (is_divided_ && division.divides) || division.new_conditions;
        const bool begins_next = heads_a_list && is_said_ && is_next && !is_behind_heading;
        if (!is_said_ && heads_a_list && division.divides) is_divided_ = true;
        if (heads_a_side || begins_others || begins_next) side_ = CriteriaSide::Unstated;
    }

    void lead_in(CriteriaSide side) {
        side_ = side;
        is_certain_ = is_said_ = true;
    }

    // Exclusions may follow inclusions without a heading. Behind the exclusions, and right behind a heading that says
    // otherwise, a sentence speaks of an exception.
    void sentence(std::size_t index) {
        const CriteriaSide side = namings_[index].side;
        const bool contradicts = side_ != CriteriaSide::Unstated && side_ != side;
        const bool is_behind_heading = index > 0 && namings_[index - 1].naming == Naming::Heading;
        if (contradicts && (side == CriteriaSide::Inclusion || is_behind_heading)) return doubt();
        lead_in(side);
    }

    void hint(CriteriaSide side) {
        if (side_ == CriteriaSide::Unstated && is_certain_) return lead_in(side);
        if (side_ != side) doubt();
    }

    void doubt() {
        side_ = CriteriaSide::Unstated;
        is_certain_ = false;
    }

    // The depth of a line in the lists that are open.
    void place(const CriteriaLine& line) {
        while (!open_items_.empty() && open_items_.back() >= line.indent &&
               (line.is_item() || open_items_.back() > 0 || line.indent == 0))
            open_items_.pop_back();
        depth_ = static_cast<std::uint8_t>(std::min<std::size_t>(open_items_.size(), kMaxCriteriaDepth));
        if (line.is_item()) open_items_.push_back(line.indent);
    }

    // What is left of a line behind its heading.
    CriteriaLine after_heading(CriteriaLine line, std::uint32_t heading_end) {
        line.begin = heading_end;
        while (line.begin < line.end && text_[line.begin] == ' ') ++line.begin;
        line.content =
            line.begin + static_cast<std::uint32_t>(marker_length(text_.substr(line.begin, line.end - line.begin)));
        line.is_listed = false;
        heads_list_ = false;
        return line;
    }

    // The words of a line, or of the rest of one, cut where another side begins inside.
    void add_words(CriteriaLine line) {
        std::size_t from = 0;
        std::size_t sides = 0;
        while (line.begin < line.end) {
            const std::string_view all = words(line);
            const auto at = heading_inside(all, from);
            if (!at) return add_part(line, line.end);
            const SideNaming naming = name_side(all.substr(*at), false);
            from = *at + 1;
            if (naming.naming != Naming::Heading || naming.side == side_) continue;
            const auto heading = line.content + static_cast<std::uint32_t>(*at);
            add_part(line, heading);
            if (++sides > kMaxSidesInLine) {
                doubt();
                line.begin = line.content = heading;
                return add_part(line, line.end);
            }
            lead_in(naming.side);
            scope_ = 0;
            depth_ = 0;
            const std::uint32_t heading_end = heading + static_cast<std::uint32_t>(naming.end);
            add({CriteriaKind::SideHeading, side_, 0, heading, heading, heading_end});
            line = after_heading(line, heading_end);
            from = 0;
        }
    }

    void add_part(const CriteriaLine& line, std::uint32_t end) {
        while (end > line.content && text_[end - 1] == ' ') --end;
        const std::string_view part = text_.substr(line.content, end - line.content);
        const bool is_heading = !line.is_item() && line.indent == 0 && heads(part);
        const bool is_behind_list = is_behind_item_ && line.indent == 0 && side_ == CriteriaSide::Exclusion;
        const bool is_aside = !line.is_item() && (is_remark(part) || (is_behind_list && takes_off(part)));
        add({line.is_item() ? CriteriaKind::Item
             : is_heading   ? CriteriaKind::Heading
                            : CriteriaKind::Paragraph,
             is_aside || is_own_ ? CriteriaSide::Unstated : side_, depth_, line.begin, line.content, end});
    }

    // Whether the next line is an item, or names a side of what this line may be the heading of: "Part B only" before
    // "Inclusion criteria for all parts, and:". Before the exclusions stands the last inclusion.
    bool is_before_list(std::size_t index) const {
        if (index + 1 == lines_.size()) return false;
        const SideNaming& next = namings_[index + 1];
        if (next.naming != Naming::Heading) return lines_[index + 1].is_item();
        return next.side == side_ || next.side == CriteriaSide::Inclusion;
    }

    // Whether a line alone is a heading: with a colon, or short and before a list.
    bool heads(std::string_view part) const {
        const Division division = read_division(part);
        return division.is_short && (division.has_colon || heads_list_);
    }

    void add(const CriteriaBlock& block) { blocks_.push_back(block); }

    std::string_view text_;
    std::vector<CriteriaLine> lines_;
    std::vector<SideNaming> namings_;
    std::vector<CriteriaBlock> blocks_;
    std::vector<std::uint32_t> open_items_; // indents
    CriteriaSide side_ = CriteriaSide::Unstated;
    std::uint32_t scope_ = 0; // lines with a smaller indent are outside the list that names the side
    std::uint8_t depth_ = 0;
    bool is_own_ = false; // this item says a side for itself
    bool is_behind_item_ = false;
    bool heads_list_ = false; // a short line here is a heading
    bool is_certain_ = true;
    bool is_said_ = false;          // a side has been named
    bool is_divided_ = false;       // the text began with a heading of a group, before any side
    bool has_other_people_ = false; // a heading among the inclusions named controls, donors, …
};

} // namespace

std::string_view CriteriaBlock::marker(std::string_view text) const {
    std::string_view marker = text.substr(begin, content - begin);
    while (!marker.empty() && (marker.back() == ' ' || marker.back() == '\t')) marker.remove_suffix(1);
    return marker;
}

std::string_view CriteriaBlock::words(std::string_view text) const { return text.substr(content, end - content); }

std::vector<CriteriaBlock> read_criteria(std::string_view text) { return CriteriaReader(text).read(); }

bool says_sides(const std::vector<CriteriaBlock>& blocks) {
    return std::any_of(blocks.begin(), blocks.end(),
                       [](const CriteriaBlock& block) { return block.side != CriteriaSide::Unstated; });
}

} // namespace trialdex::study
