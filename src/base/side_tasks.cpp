#include "base/side_tasks.h"

#include <algorithm>

namespace trialdex {

unsigned spare_cores(unsigned most) { return std::min(std::max(std::thread::hardware_concurrency(), 1U) - 1, most); }

SideTasks::SideTasks(unsigned threads) {
    for (unsigned i = 0; i < threads; ++i) threads_.emplace_back([this] { serve(); });
}

SideTasks::~SideTasks() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    came_.notify_all();
    for (std::thread& thread : threads_) thread.join();
}

void SideTasks::serve() {
    for (;;) {
        std::shared_ptr<Task> task;
        {
            std::unique_lock lock(mutex_);
            came_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
            if (stopping_) return;
            task = std::move(waiting_.front());
            waiting_.pop_front();
        }
        if (take(*task)) run(*task);
    }
}

bool SideTasks::take(Task& task) {
    const std::lock_guard lock(mutex_);
    if (task.state != Task::State::Waiting) return false;
    task.state = Task::State::Running;
    return true;
}

void SideTasks::run(Task& task) {
    try {
        task.work();
    } catch (...) {
        task.failure = std::current_exception();
    }
    {
        const std::lock_guard lock(mutex_);
        task.state = Task::State::Done;
    }
    done_.notify_all();
}

void SideTasks::wait_until_done(const Task& task) {
    std::unique_lock lock(mutex_);
    done_.wait(lock, [&] { return task.state == Task::State::Done; });
}

SideTask::SideTask(SideTasks& tasks, std::function<void()> work)
    : tasks_(tasks), task_(std::make_shared<SideTasks::Task>()) {
    task_->work = std::move(work);
    if (tasks_.threads_.empty()) return;
    {
        const std::lock_guard lock(tasks_.mutex_);
        tasks_.waiting_.push_back(task_);
    }
    tasks_.came_.notify_one();
}

SideTask::~SideTask() {
    if (!tasks_.take(*task_)) tasks_.wait_until_done(*task_); // taken: nobody will begin it
}

void SideTask::finish() {
    if (tasks_.take(*task_))
        tasks_.run(*task_);
    else
        tasks_.wait_until_done(*task_);
    if (task_->failure) std::rethrow_exception(task_->failure);
}

} // namespace trialdex
