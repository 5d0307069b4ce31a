// Work that can go on beside its asker, such as one section of a page while the others are written. A few threads take
// tasks up when they are free; who needs the outcome of a task that none has begun does it himself. So nobody waits for
// busy threads, and where all cores are busy nothing is lost.
#pragma once

#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace trialdex {

// How many threads beside the askers' keep the cores busy: one less than there are cores, and no more than `most`.
unsigned spare_cores(unsigned most);

class SideTasks {
public:
    explicit SideTasks(unsigned threads); // 0: every asker does his own
    ~SideTasks();                         // after all tasks
    SideTasks(const SideTasks&) = delete;
    SideTasks& operator=(const SideTasks&) = delete;

private:
    friend class SideTask;
    struct Task {
        enum class State { Waiting, Running, Done } state = State::Waiting; // under mutex_
        std::function<void()> work;
        std::exception_ptr failure;
    };

    void serve();
    bool take(Task& task); // true for the one who is to do it
    void run(Task& task);
    void wait_until_done(const Task& task);

    std::mutex mutex_;
    std::condition_variable came_;
    std::condition_variable done_;
    std::deque<std::shared_ptr<Task>> waiting_; // some of them taken by their askers by now
    bool stopping_ = false;
    std::vector<std::thread> threads_;
};

// An asker's hold on a task. When it goes, the task is done or will never run: so the work may refer to what lives as
// long as this.
class SideTask {
public:
    SideTask(SideTasks& tasks, std::function<void()> work);
    ~SideTask();
    SideTask(const SideTask&) = delete;
    SideTask& operator=(const SideTask&) = delete;

    void finish(); // Returns when the work is done. What it throws is thrown here.

private:
    SideTasks& tasks_;
    std::shared_ptr<SideTasks::Task> task_;
};

} // namespace trialdex
