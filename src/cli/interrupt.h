// Ctrl-C and SIGTERM as an orderly request: they are blocked in every thread started after construction, and one thread
// waits for them and calls `on_interrupt`. A second Ctrl-C ends the program at once; nothing acknowledged is lost by
// that.
#pragma once

#include <atomic>
#include <functional>
#include <thread>

namespace trialdex::cli {

class Interrupt {
public:
    explicit Interrupt(std::function<void()> on_interrupt);
    ~Interrupt();
    Interrupt(const Interrupt&) = delete;
    Interrupt& operator=(const Interrupt&) = delete;

private:
    void wait();

    std::function<void()> on_interrupt_;
    std::atomic<bool> done_{false};
    std::thread thread_;
};

} // namespace trialdex::cli
