#include "web/components/node_link.h"

namespace trialdex::web {

namespace {

bool is_plain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
           c == '_' || c == '~' || c == '/';
}

std::string with_version(std::string address, std::optional<std::uint32_t> version) {
    if (version) address += "?version=" + std::to_string(*version);
    return address;
}

} // namespace

std::string StudyAddress::study() const { return with_version("/study/" + id_.text(), version_); }

std::string StudyAddress::node(std::string_view path) const {
    return with_version("/study/" + id_.text() + "/" + encode_path(path), version_);
}

std::string StudyAddress::raw_json() const { return "/api/v2/studies/" + id_.text(); }

std::string encode_path(std::string_view path) {
    constexpr char kHex[] = "0123456789ABCDEF";
    std::string out;
    out.reserve(path.size());
    for (const char c : path) {
        if (is_plain(c)) {
            out += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        out += '%';
        out += kHex[byte >> 4];
        out += kHex[byte & 15];
    }
    return out;
}

std::string slashed(std::string_view dotted) {
    std::string path(dotted);
    for (char& c : path) {
        if (c == '.') c = '/';
    }
    return path;
}

std::string child_path(std::string_view parent, std::string_view name) {
    std::string path(parent);
    if (!path.empty()) path += '/';
    path += name;
    return path;
}

std::string child_path(std::string_view parent, std::size_t index) { return child_path(parent, std::to_string(index)); }

} // namespace trialdex::web
