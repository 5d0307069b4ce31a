// Fingerprints of JSON values. Each value hashes to 128 bits over its kind and content; an object hashes its members'
// hashes in the order of their names, so the order written does not count. Numbers hash by value: 1, 1.0 and 1e0 are
// the same.
#include "study/record.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>
#include <fmt/format.h>
#include <vector>
#include <xxhash.h>

namespace trialdex::study {

namespace {

Fingerprint hash(JsonKind kind, const void* data, std::size_t size) {
    // The kind is the seed: "1" and 1, "true" and true, [] and {} differ.
    const XXH128_hash_t result = XXH3_128bits_withSeed(data, size, static_cast<XXH64_hash_t>(kind));
    return {result.low64, result.high64};
}

Fingerprint hash(JsonKind kind, std::string_view bytes) { return hash(kind, bytes.data(), bytes.size()); }

Fingerprint number_fingerprint(Value value) {
    if (const auto whole = value.integer()) return hash(JsonKind::Number, fmt::format("{}", *whole));
    const auto real = value.number();
    // Out of a double's range: such texts are the same only when written the same.
    return hash(JsonKind::Number, real ? fmt::format("{}", *real) : std::string(value.text()));
}

struct Member {
    std::string_view name;
    Fingerprint value;
};

Fingerprint members_fingerprint(std::vector<Member> members) {
    std::sort(members.begin(), members.end(), [](const Member& a, const Member& b) { return a.name < b.name; });
    std::vector<Fingerprint> parts;
    parts.reserve(members.size() * 2);
    for (const Member& member : members) {
        parts.push_back(hash(JsonKind::String, member.name));
        parts.push_back(member.value);
    }
    return hash(JsonKind::Object, parts.data(), parts.size() * sizeof(Fingerprint));
}

// The object's fingerprint where the member `name` counts as `replacement`, or not at all when that is empty.
Fingerprint object_with(Value object, std::string_view name, std::optional<Fingerprint> replacement) {
    std::vector<Member> members;
    for (const Value member : object) {
        if (member.key() != name) {
            members.push_back({member.key(), fingerprint_of(member)});
        } else if (replacement) {
            members.push_back({name, *replacement});
        }
    }
    return members_fingerprint(std::move(members));
}

Value misc_info(Value root) { return root["derivedSection"]["miscInfoModule"]; }

// The version holder, when it is a day, counts as the same blank in every record.
Fingerprint misc_info_fingerprint(Value root) {
    return object_with(misc_info(root), "versionHolder", hash(JsonKind::String, kHolderBlank));
}

} // namespace

Fingerprint fingerprint_of(Value value) {
    switch (value.kind()) {
    case JsonKind::Absent:
    case JsonKind::Null:
    case JsonKind::Boolean:
    case JsonKind::String: return hash(value.kind(), value.text());
    case JsonKind::Number: return number_fingerprint(value);
    case JsonKind::Array: {
        std::vector<Fingerprint> parts;
        for (const Value element : value) parts.push_back(fingerprint_of(element));
        return hash(JsonKind::Array, parts.data(), parts.size() * sizeof(Fingerprint));
    }
    case JsonKind::Object: {
        std::vector<Member> members;
        for (const Value member : value) members.push_back({member.key(), fingerprint_of(member)});
        return members_fingerprint(std::move(members));
    }
    }
    return {};
}

Fingerprint fingerprint_without_holder(Value root, bool has_holder) {
    if (!has_holder) return fingerprint_of(root);
    const Fingerprint derived = object_with(root["derivedSection"], "miscInfoModule", misc_info_fingerprint(root));
    return object_with(root, "derivedSection", derived);
}

std::vector<ModuleFingerprint> module_fingerprints(Value root) {
    std::vector<ModuleFingerprint> result;
    for (const Value section : root) {
        if (!section.is_object()) {
            result.push_back({std::string(section.key()), fingerprint_of(section)});
            continue;
        }
        for (const Value module : section) {
            const bool misc =
                section.key() == "derivedSection" && module.key() == "miscInfoModule" && module["versionHolder"];
            result.push_back({fmt::format("{}.{}", section.key(), module.key()),
                              misc ? misc_info_fingerprint(root) : fingerprint_of(module)});
        }
    }
    return result;
}

} // namespace trialdex::study
