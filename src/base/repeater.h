// A task that runs every now and then on a thread of its own, until the Repeater goes.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace trialdex {

class Repeater {
public:
    // Runs `task` every `interval`, first after one interval. It must not throw.
    Repeater(std::chrono::milliseconds interval, std::function<void()> task);
    ~Repeater(); // waits for a round under way
    Repeater(const Repeater&) = delete;
    Repeater& operator=(const Repeater&) = delete;

private:
    std::mutex mutex_;
    std::condition_variable stop_wanted_;
    bool stopping_ = false;
    std::thread thread_;
};

} // namespace trialdex
