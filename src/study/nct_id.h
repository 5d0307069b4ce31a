// The registry's number of a study: "NCT" and eight digits, held as the number.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace trialdex::study {

class NctId {
public:
    // `number` is 1 to 99,999,999.
    explicit constexpr NctId(std::uint32_t number) : number_(number) {}

    // As records must write it: exactly "NCT" and eight digits, not all zero.
    static std::optional<NctId> parse(std::string_view text);
    // As people and clients write it: case and leading zeros are free ("nct1"). ^[Nn][Cc][Tt]0*[1-9]\d{0,7}$
    static std::optional<NctId> parse_lenient(std::string_view text);

    std::uint32_t number() const { return number_; }
    std::string text() const; // "NCT00000001"

    auto operator<=>(const NctId&) const = default;

private:
    std::uint32_t number_;
};

} // namespace trialdex::study
