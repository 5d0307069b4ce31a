// A table as CSV (RFC 4180: CRLF, quotes doubled, UTF-8) that is safe to open in a spreadsheet: a cell that it would
// take for a formula gets an apostrophe in front, unless it is a plain number.
#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

namespace trialdex::results {

// "=1+1" → "'=1+1"; "-5.2" stays. Cells that begin with = + - @, a tab or a line end are those that spreadsheets run;
// full-width forms and leading spaces count, because some programs take them for the same.
std::string safe_cell(std::string_view text);

class CsvWriter {
public:
    void row(std::span<const std::string_view> cells);
    void row(std::initializer_list<std::string_view> cells);
    std::string take() { return std::move(out_); }

private:
    std::string out_;
};

} // namespace trialdex::results
