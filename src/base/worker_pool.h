// A fixed number of threads for loops whose rounds do not depend on each other. Nothing is queued: a loop hands out its
// indices one by one, and returns when all rounds are done.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace trialdex {

class WorkerPool {
public:
    // `workers` counts the caller, who works too: 1 starts no thread.
    explicit WorkerPool(unsigned workers);
    ~WorkerPool();
    WorkerPool(const WorkerPool&) = delete;
    WorkerPool& operator=(const WorkerPool&) = delete;

    unsigned workers() const { return static_cast<unsigned>(threads_.size()) + 1; }

    // Runs task(worker, index) for every index below `count`; worker is below workers() and tells whose scratch memory
    // to use. One loop at a time. What a task throws is thrown here, after the others have stopped.
    using Task = std::function<void(unsigned worker, std::size_t index)>;
    void for_each(std::size_t count, const Task& task);

private:
    void serve(unsigned worker);
    void work(unsigned worker);

    std::mutex mutex_;
    std::condition_variable changed_;
    const Task* task_ = nullptr;
    std::size_t next_ = 0;
    std::size_t count_ = 0;
    std::size_t running_ = 0; // rounds handed out and not finished
    std::exception_ptr failure_;
    bool stopping_ = false;
    std::vector<std::thread> threads_;
};

} // namespace trialdex
