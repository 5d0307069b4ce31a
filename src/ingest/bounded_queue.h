// Hands things from one thread to another, holding a few at most: who is faster waits.
#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>

namespace trialdex::ingest {

template <class T> class BoundedQueue {
public:
    explicit BoundedQueue(std::size_t capacity) : capacity_(capacity) {}

    // False when nobody wants more: the queue was closed.
    bool push(T&& value) {
        std::unique_lock lock(mutex_);
        has_room_.wait(lock, [&] { return closed_ || values_.size() < capacity_; });
        if (closed_) return false;
        values_.push_back(std::move(value));
        has_values_.notify_one();
        return true;
    }

    // nullopt when nothing came in time, or nothing will come: see is_over().
    std::optional<T> pop(std::chrono::milliseconds patience) {
        std::unique_lock lock(mutex_);
        has_values_.wait_for(lock, patience, [&] { return closed_ || !values_.empty(); });
        if (values_.empty()) return std::nullopt;
        std::optional<T> value(std::move(values_.front()));
        values_.pop_front();
        has_room_.notify_one();
        return value;
    }

    bool is_over() const {
        const std::lock_guard lock(mutex_);
        return closed_ && values_.empty();
    }

    void close() {
        const std::lock_guard lock(mutex_);
        closed_ = true;
        has_room_.notify_all();
        has_values_.notify_all();
    }

private:
    std::size_t capacity_;
    mutable std::mutex mutex_;
    std::condition_variable has_room_;
    std::condition_variable has_values_;
    std::deque<T> values_;
    bool closed_ = false;
};

} // namespace trialdex::ingest
