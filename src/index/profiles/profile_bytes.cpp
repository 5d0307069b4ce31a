#include "index/profiles/profile_bytes.h"

#include "base/byte_codec.h"

#include <utility>

namespace trialdex::index {

namespace {

constexpr std::uint32_t kLargestId = 99'999'999;

// Bits of the first number.
constexpr std::uint64_t kHasResults = 1;
constexpr std::uint64_t kContinues = 2;
constexpr std::uint64_t kSaysHealthy = 4;
constexpr std::uint64_t kHealthy = 8;
constexpr std::uint64_t kHasMinimum = 16;
constexpr std::uint64_t kHasMaximum = 32;

TermNumber number_of(TermNumber term) { return term; }
std::uint64_t number_of(const Mark& mark) { return mark.number; }

class Writer {
public:
    explicit Writer(std::string& out) : out_(out) {}

    template <class T> void ascending(const std::vector<T>& all) {
        append_varint(out_, all.size());
        std::uint64_t last = 0;
        for (const T& one : all) {
            append_varint(out_, number_of(one) - last);
            last = number_of(one);
        }
    }
    void ids(const std::vector<study::NctId>& all) {
        append_varint(out_, all.size());
        for (const study::NctId id : all) append_varint(out_, id.number());
    }
    void text(std::string_view text) {
        append_varint(out_, text.size());
        out_ += text;
    }
    void texts(const std::vector<std::string>& all) {
        append_varint(out_, all.size());
        for (const std::string& one : all) text(one);
    }

private:
    std::string& out_;
};

// Anything that does not fit ends the reading for good; what was read until then is not used.
class Reader {
public:
    explicit Reader(std::string_view bytes) : rest_(bytes) {}

    std::uint64_t number(std::uint64_t most = UINT64_MAX) {
        const auto read = take_varint(rest_);
        ok_ = ok_ && read && *read <= most;
        return ok_ ? *read : 0;
    }
    std::uint8_t byte() { return static_cast<std::uint8_t>(number(UINT8_MAX)); }
    std::size_t count(std::size_t most) { // each takes a byte at least
        return static_cast<std::size_t>(number(std::min(most, rest_.size())));
    }
    template <class T> void ascending(std::uint64_t most, std::vector<T>& all) {
        std::uint64_t last = 0;
        std::size_t left = count(kMostTermsOfKind);
        for (all.reserve(left); left > 0 && ok_; --left) {
            last += number(most - last);
            all.emplace_back(static_cast<decltype(number_of(std::declval<T>()))>(last));
        }
    }
    std::vector<study::NctId> ids() {
        std::vector<study::NctId> all;
        for (std::size_t left = count(kMostNames); left > 0 && ok_; --left) {
            const auto id = static_cast<std::uint32_t>(number(kLargestId));
            ok_ = ok_ && id > 0;
            if (ok_) all.emplace_back(id);
        }
        return all;
    }
    std::string_view text() {
        const auto size = static_cast<std::size_t>(number(SIZE_MAX));
        ok_ = ok_ && size <= rest_.size(); // of what is left behind the size
        if (!ok_) return {};
        const std::string_view text = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return text;
    }
    std::vector<std::string> texts() {
        std::vector<std::string> all;
        for (std::size_t left = count(kMostNames); left > 0 && ok_; --left) all.emplace_back(text());
        return all;
    }
    bool ok() const { return ok_; }
    bool complete() const { return ok_ && rest_.empty(); }

private:
    std::string_view rest_;
    bool ok_ = true;
};

void append_numbers(const Profile& profile, std::string& out) {
    const std::uint64_t flags = (profile.has_results ? kHasResults : 0) | (profile.continues ? kContinues : 0) |
                                (profile.healthy ? kSaysHealthy : 0) | (profile.healthy == true ? kHealthy : 0) |
                                (profile.minimum_age ? kHasMinimum : 0) | (profile.maximum_age ? kHasMaximum : 0);
    append_varint(out, flags);
    for (const Code code : profile.codes) append_varint(out, code);
    append_varint(out, profile.phases);
    if (profile.minimum_age) append_varint(out, *profile.minimum_age);
    if (profile.maximum_age) append_varint(out, *profile.maximum_age);
    Writer writer(out);
    for (const auto& terms : profile.terms) writer.ascending(terms);
    writer.ids(profile.aliases);
    writer.ids(profile.mentions);
    writer.ascending(profile.other_ids);
}

bool read_numbers(std::string_view bytes, Profile& profile) {
    Reader reader(bytes);
    const std::uint64_t flags = reader.number();
    profile.has_results = (flags & kHasResults) != 0;
    profile.continues = (flags & kContinues) != 0;
    if (flags & kSaysHealthy) profile.healthy = (flags & kHealthy) != 0;
    for (Code& code : profile.codes) code = reader.byte();
    profile.phases = reader.byte();
    if (flags & kHasMinimum) profile.minimum_age = reader.number();
    if (flags & kHasMaximum) profile.maximum_age = reader.number();
    for (auto& terms : profile.terms) reader.ascending(UINT32_MAX, terms);
    profile.aliases = reader.ids();
    profile.mentions = reader.ids();
    reader.ascending(UINT64_MAX, profile.other_ids);
    return reader.complete();
}

void append_texts(const Profile& profile, std::string& out) {
    Writer writer(out);
    writer.ascending(profile.words);
    for (const std::string* text : {&profile.title, &profile.official_title, &profile.status, &profile.verified,
                                    &profile.youngest, &profile.oldest})
        writer.text(*text);
    for (const auto* names : {&profile.conditions, &profile.interventions, &profile.outcomes}) writer.texts(*names);
}

bool read_texts(std::string_view bytes, Profile& profile) {
    Reader reader(bytes);
    reader.ascending(UINT32_MAX, profile.words);
    for (std::string* text : {&profile.title, &profile.official_title, &profile.status, &profile.verified,
                              &profile.youngest, &profile.oldest})
        *text = reader.text();
    for (auto* names : {&profile.conditions, &profile.interventions, &profile.outcomes}) *names = reader.texts();
    return reader.complete();
}

} // namespace

void append_profile(const Profile& profile, std::string& out) {
    std::string numbers;
    append_numbers(profile, numbers);
    append_varint(out, numbers.size());
    out += numbers;
    append_texts(profile, out);
}

std::optional<Profile> read_profile(std::string_view bytes, ProfilePart part) {
    const auto size = take_varint(bytes);
    if (!size || *size > bytes.size()) return std::nullopt;
    const auto split = static_cast<std::size_t>(*size);
    std::optional<Profile> profile(std::in_place);
    const bool sound = read_numbers(bytes.substr(0, split), *profile) &&
                       (part == ProfilePart::Numbers || read_texts(bytes.substr(split), *profile));
    if (!sound) profile.reset();
    return profile;
}

} // namespace trialdex::index
