#include "cli/interrupt.h"

#include "cli/commands.h"

#include <csignal>
#include <cstdlib>
#include <ctime>
#include <unistd.h>

namespace trialdex::cli {

namespace {

sigset_t stop_signals() {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    return set;
}

} // namespace

Interrupt::Interrupt(std::function<void()> on_interrupt) : on_interrupt_(std::move(on_interrupt)) {
    const sigset_t set = stop_signals();
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    thread_ = std::thread([this] { wait(); });
}

Interrupt::~Interrupt() {
    done_ = true;
    thread_.join();
}

void Interrupt::wait() {
    const sigset_t set = stop_signals();
    // Polled so that the destructor needs no signal of its own.
    constexpr timespec kPoll{0, 100'000'000};
    bool asked = false;
    while (!done_) {
        if (sigtimedwait(&set, nullptr, &kPoll) < 0) continue;
        if (asked) _exit(kFailed);
        asked = true;
        on_interrupt_();
    }
}

} // namespace trialdex::cli
