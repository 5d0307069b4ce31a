// Opening the registry that a command works on, with the sentence to print when that fails.
#pragma once

#include "store/store.h"

#include <memory>
#include <string>

namespace trialdex::cli {

// `data` as given on the command line; empty means the default folder.
std::string data_folder(const std::string& data);

// Null after the reason was printed to standard error.
std::unique_ptr<store::Store> open_registry(const std::string& data, store::OpenMode mode);

int report_failure(const Error& error); // prints it; returns kFailed

std::string time_words(store::Milliseconds time); // "2026-11-21 22:57:42 UTC"
std::string count_words(std::uint64_t count);     // "3,546"
std::string size_words(std::uint64_t bytes);      // "108.3 MB"

} // namespace trialdex::cli
