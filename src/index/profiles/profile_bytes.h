// A profile as bytes of an index: numbers first, then texts, so that comparing reads half of it. Layout:
// docs/formats/index.md.
#pragma once

#include "index/profiles/profile.h"

#include <optional>
#include <string>
#include <string_view>

namespace trialdex::index {

// Texts of marks, `ancestors` and the terms of `words` are not kept.
void append_profile(const Profile& profile, std::string& out);

enum class ProfilePart : std::uint8_t {
    Numbers, // what is compared; texts stay empty, and so do `words`
    Whole,
};

// nullopt when the bytes are damaged.
std::optional<Profile> read_profile(std::string_view bytes, ProfilePart part);

} // namespace trialdex::index
