// What pages of studies cost the site, without sockets and without related trials:
//   study_page_bench FOLDER [TAIL [EVERY]]
// TAIL is what follows the number in the address ("/sites", "/results"), EVERY takes each so-manieth study. For counts
// of instructions that no other program disturbs:
//   valgrind --tool=callgrind --toggle-collect='ask_all*' study_page_bench FOLDER '' 24
#include "base/keep_memory.h"
#include "store/store.h"
#include "web/site.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fmt/format.h>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

using namespace trialdex;

namespace {

constexpr int kRounds = 3; // the first also fills the tables that are made once

template <class T> T must(Result<T> result) {
    if (!result) {
        fmt::print(stderr, "{}\n", result.error().message);
        std::exit(1);
    }
    return std::move(*result);
}

api::Request request_for(const study::NctId id, const std::string& tail) {
    api::Request request;
    request.method = "GET";
    const std::string target = "/study/" + id.text() + tail;
    const std::size_t question = target.find('?');
    request.path = target.substr(0, question);
    request.raw_target = target;
    if (question == std::string::npos) return request;
    const std::size_t equals = target.find('=', question);
    request.query.emplace_back(target.substr(question + 1, equals - question - 1), target.substr(equals + 1));
    return request;
}

} // namespace

// Not in the nameless namespace: callgrind knows it by its name.
std::vector<double> ask_all(const web::Site& site, const std::vector<api::Request>& requests, std::size_t& bytes);

[[gnu::noinline]] std::vector<double> ask_all(const web::Site& site, const std::vector<api::Request>& requests,
                                              std::size_t& bytes) {
    std::vector<double> micros;
    micros.reserve(requests.size());
    for (const api::Request& request : requests) {
        const auto start = std::chrono::steady_clock::now();
        const api::Response response = site.handle(request);
        micros.push_back(std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - start).count());
        bytes += response.body.size();
    }
    return micros;
}

int main(int argc, char** argv) {
    if (argc < 2) {
        fmt::print(stderr, "usage: study_page_bench FOLDER [TAIL [EVERY]]\n");
        return 2;
    }
    keep_freed_memory();
    const std::string tail = argc > 2 ? argv[2] : "";
    const std::size_t every = argc > 3 ? std::max(1UL, std::strtoul(argv[3], nullptr, 10)) : 1;
    const auto store = must(store::open_sqlite(argv[1], store::OpenMode::ReadOnly));
    const web::Site site(*store, {[] { return store::Milliseconds{1'800'000'000'000}; }});
    std::vector<api::Request> requests;
    std::size_t at = 0;
    for (const study::NctId id : must(store->ids())) {
        if (at++ % every == 0) requests.push_back(request_for(id, tail));
    }
    for (int round = 0; round < kRounds; ++round) {
        std::size_t bytes = 0;
        std::vector<double> micros = ask_all(site, requests, bytes);
        std::sort(micros.begin(), micros.end());
        double sum = 0;
        for (const double time : micros) sum += time;
        fmt::print("{} pages, {} bytes: median {:.0f} µs, mean {:.0f}, p99 {:.0f}, most {:.0f}\n", micros.size(), bytes,
                   micros[micros.size() / 2], sum / static_cast<double>(micros.size()),
                   micros[micros.size() * 99 / 100], micros.back());
    }
    return 0;
}
