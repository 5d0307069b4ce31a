#include "index/common_phrases.h"

#include "base/hash.h"
#include "base/mapped_file.h"
#include "base/output_file.h"

#include <algorithm>
#include <cstring>

namespace trialdex::index {

namespace {

constexpr std::string_view kMagic = "TDXPHR01";
constexpr std::size_t kHead = 16; // magic and checksum

} // namespace

CommonPhrases::CommonPhrases(std::vector<std::string> keys) : keys_(std::move(keys)) {
    std::sort(keys_.begin(), keys_.end());
    keys_.erase(std::unique(keys_.begin(), keys_.end()), keys_.end());
}

bool CommonPhrases::holds(std::string_view key) const { return std::binary_search(keys_.begin(), keys_.end(), key); }

Result<void> write_common_phrases(const std::string& path, const CommonPhrases& phrases) {
    std::string body;
    for (const std::string& key : phrases.keys()) body.append(key).push_back('\n'); // no term holds a line's end
    auto file = OutputFile::create(path);
    if (!file) return tl::unexpected(file.error());
    const std::uint64_t sum = hash64(body);
    file->write(kMagic);
    file->write({reinterpret_cast<const char*>(&sum), sizeof sum});
    file->write(body);
    return file->finish();
}

Result<CommonPhrases> read_common_phrases(const std::string& path) {
    const auto file = MappedFile::open(path);
    if (!file) return tl::unexpected(file.error());
    std::string_view bytes = file->bytes();
    std::uint64_t sum = 0;
    if (bytes.size() >= kHead) std::memcpy(&sum, bytes.data() + kMagic.size(), sizeof sum);
    if (bytes.size() < kHead || !bytes.starts_with(kMagic) || hash64(bytes.substr(kHead)) != sum)
        return fail(ErrorCode::Corrupt, path + " is damaged; run trialdex index to build it anew");
    std::vector<std::string> keys;
    for (bytes.remove_prefix(kHead); !bytes.empty();) {
        const std::size_t end = std::min(bytes.find('\n'), bytes.size());
        keys.emplace_back(bytes.substr(0, end));
        bytes.remove_prefix(std::min(end + 1, bytes.size()));
    }
    return CommonPhrases(std::move(keys));
}

} // namespace trialdex::index
