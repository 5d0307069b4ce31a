// An invented study whose texts are Spanish, with parts in Chinese, Greek and Arabic among Latin names and numbers: no
// real record that we have is written in another script, and some registry will hold one.
#pragma once

#include <fstream>
#include <iterator>
#include <string>

namespace trialdex::support {

inline std::string study_in_other_scripts() {
    std::ifstream file(TRIALDEX_SOURCE_DIR "/tests/golden/records/other-scripts.json", std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

} // namespace trialdex::support
