// Addresses within one study: the study page, each node of the record, and the raw JSON.
#pragma once

#include "study/nct_id.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace trialdex::web {

class StudyAddress {
public:
    // `version` is set when the page cites one version; every address within the study then cites it too.
    explicit StudyAddress(study::NctId id, std::optional<std::uint32_t> version = std::nullopt)
        : id_(id), version_(version) {}

    study::NctId id() const { return id_; }
    std::optional<std::uint32_t> version() const { return version_; }

    std::string study() const; // "/study/NCT00000001"
    // `path` is JSON names and list indices joined by '/':
    // "/study/NCT00000001/protocolSection/armsInterventionsModule".
    std::string node(std::string_view path) const;
    std::string raw_json() const; // "/api/v2/studies/NCT00000001", always of the current version

private:
    study::NctId id_;
    std::optional<std::uint32_t> version_;
};

// A path as it stands in an address: every byte but letters, digits and -._~/ percent-encoded.
std::string encode_path(std::string_view path);

// "protocolSection.statusModule" → "protocolSection/statusModule"
std::string slashed(std::string_view dotted);

// The path of a child: "a/b" + "c" → "a/b/c"; an empty parent gives the child alone.
std::string child_path(std::string_view parent, std::string_view name);
std::string child_path(std::string_view parent, std::size_t index);

} // namespace trialdex::web
