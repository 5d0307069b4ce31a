#include "api/kept_answers.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <iterator>

namespace trialdex::api {

namespace {

// Where making an answer takes a search, and the answer depends on nothing but the request and the data.
constexpr std::array<std::string_view, 2> kPaths = {"/search", "/api/v2/studies"};

constexpr std::size_t kOverhead = 512; // bytes of an answer's headers, list node and place in the table, about
constexpr store::Milliseconds kDay = 24LL * 60 * 60 * 1000;

bool may_be_kept(const Response& response) {
    return response.status == 200 &&
           std::none_of(response.headers.begin(), response.headers.end(), [](const auto& field) {
               return field.first == "Cache-Control" && field.second.find("no-store") != std::string::npos;
           });
}

// Lengths keep names and values apart. HEAD is answered as GET; the server leaves the body out. The tags that the
// client holds are no part of the question: the server compares them with the answer's.
std::string key_of(const Request& request) {
    std::string key = request.path;
    for (const auto& [name, value] : request.query) {
        fmt::format_to(std::back_inserter(key), "\n{} {} {}{}", name.size(), value.size(), name, value);
    }
    return key;
}

} // namespace

KeptAnswers::KeptAnswers(const Handler& maker, const store::Reader& store, const search::LiveIndex* index,
                         std::function<store::Milliseconds()> now, std::size_t most_bytes)
    : maker_(maker), index_(index), now_(std::move(now)), most_bytes_(most_bytes), data_load_(store) {}

Response KeptAnswers::handle(const Request& request) const {
    const bool is_search = std::find(kPaths.begin(), kPaths.end(), request.path) != kPaths.end();
    if (most_bytes_ == 0 || !is_search || request.method == "POST") return maker_.handle(request);
    // Before the answer is made: what is kept is never older than its state says.
    const std::string state = this->state();
    if (state.empty()) return maker_.handle(request);
    std::string key = key_of(request);
    if (const Shared known = find_or_claim(key, state)) return *known;
    struct Claim {
        const KeptAnswers& kept;
        const std::string key;
        ~Claim() { kept.release(key); }
    } const claim{*this, key};
    Request untagged = request;
    untagged.if_none_match.clear();
    Response response = maker_.handle(untagged);
    if (may_be_kept(response)) keep(std::move(key), state, std::make_shared<const Response>(response));
    return response;
}

std::size_t KeptAnswers::bytes() const {
    const std::lock_guard lock(mutex_);
    return bytes_;
}

// Empty when the registry cannot say.
std::string KeptAnswers::state() const {
    const auto load = data_load_.get();
    if (!load) return {};
    const auto searcher = index_ != nullptr ? index_->current() : nullptr;
    return fmt::format("{} {} {}", load->etag, searcher ? searcher->info().generation : 0, now_() / kDay);
}

// The answer, once nobody makes it any more; null when the caller is to make it.
KeptAnswers::Shared KeptAnswers::find_or_claim(const std::string& key, const std::string& state) const {
    Answers outdated; // freed without the lock
    std::unique_lock lock(mutex_);
    if (state != state_) {
        by_key_.clear();
        outdated.swap(answers_);
        bytes_ = 0;
        state_ = state;
    }
    made_.wait(lock, [&] { return !making_.contains(key); });
    const auto found = by_key_.find(key);
    if (found == by_key_.end() || state != state_) {
        making_.insert(key);
        return nullptr;
    }
    answers_.splice(answers_.begin(), answers_, found->second);
    return found->second->response;
}

void KeptAnswers::keep(std::string key, const std::string& state, Shared response) const {
    const std::size_t bytes = key.size() + response->body.size() + kOverhead;
    if (bytes > most_bytes_ / kLargestShare) return;
    Answers outdated;
    const std::lock_guard lock(mutex_);
    if (state != state_ || by_key_.contains(key)) return;
    answers_.push_front({std::move(key), std::move(response), bytes});
    by_key_.emplace(answers_.front().key, answers_.begin());
    bytes_ += bytes;
    while (bytes_ > most_bytes_) {
        bytes_ -= answers_.back().bytes;
        by_key_.erase(answers_.back().key);
        outdated.splice(outdated.begin(), answers_, std::prev(answers_.end()));
    }
}

void KeptAnswers::release(const std::string& key) const {
    {
        const std::lock_guard lock(mutex_);
        making_.erase(key);
    }
    made_.notify_all();
}

} // namespace trialdex::api
