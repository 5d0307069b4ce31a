#include "cli/registry.h"

#include "cli/commands.h"

#include <chrono>
#include <cstdlib>
#include <ctime>
#include <fmt/chrono.h>
#include <fmt/format.h>

namespace trialdex::cli {

std::string default_data_folder() {
    const auto variable = [](const char* name) {
        const char* value = std::getenv(name);
        return std::string(value == nullptr ? "" : value);
    };
    if (auto set = variable("TRIALDEX_DATA"); !set.empty()) return set;
    if (auto set = variable("XDG_DATA_HOME"); !set.empty()) return set + "/trialdex";
    const auto home = variable("HOME");
    return (home.empty() ? std::string(".") : home + "/.local/share") + "/trialdex";
}

std::string data_folder(const std::string& data) { return data.empty() ? default_data_folder() : data; }

std::unique_ptr<store::Store> open_registry(const std::string& data, store::OpenMode mode) {
    const std::string folder = data_folder(data);
    auto store = store::open_sqlite(folder, mode);
    if (store) return std::move(*store);
    report_failure(store.error());
    if (store.error().code == ErrorCode::NotFound) {
        fmt::print(stderr, "Make one with: trialdex import FILE… --data {0}   or   trialdex demo --data {0}\n", folder);
    }
    return nullptr;
}

int report_failure(const Error& error) {
    fmt::print(stderr, "trialdex: {}\n", error.message);
    return kFailed;
}

std::string time_words(store::Milliseconds time) {
    return fmt::format("{:%Y-%m-%d %H:%M:%S} UTC", fmt::gmtime(static_cast<std::time_t>(time / 1000)));
}

std::string count_words(std::uint64_t count) {
    std::string digits = fmt::format("{}", count);
    for (std::size_t at = digits.size(); at > 3;) {
        at -= 3;
        digits.insert(at, 1, ',');
    }
    return digits;
}

std::string size_words(std::uint64_t bytes) {
    const auto size = static_cast<double>(bytes);
    if (size >= 1e9) return fmt::format("{:.1f} GB", size / 1e9);
    if (size >= 1e6) return fmt::format("{:.1f} MB", size / 1e6);
    return size >= 1e3 ? fmt::format("{:.1f} kB", size / 1e3) : fmt::format("{} bytes", bytes);
}

} // namespace trialdex::cli
