#include "base/repeater.h"

namespace trialdex {

Repeater::Repeater(std::chrono::milliseconds interval, std::function<void()> task)
    : thread_([this, interval, work = std::move(task)] {
          std::unique_lock lock(mutex_);
          while (!stop_wanted_.wait_for(lock, interval, [this] { return stopping_; })) {
              lock.unlock();
              work();
              lock.lock();
          }
      }) {}

Repeater::~Repeater() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    stop_wanted_.notify_all();
    thread_.join();
}

} // namespace trialdex
