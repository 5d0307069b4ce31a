#include "base/worker_pool.h"

namespace trialdex {

WorkerPool::WorkerPool(unsigned workers) {
    for (unsigned worker = 1; worker < workers; ++worker) {
        threads_.emplace_back([this, worker] { serve(worker); });
    }
}

WorkerPool::~WorkerPool() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    changed_.notify_all();
    for (std::thread& thread : threads_) thread.join();
}

void WorkerPool::for_each(std::size_t count, const Task& task) {
    {
        const std::lock_guard lock(mutex_);
        task_ = &task;
        next_ = 0;
        count_ = count;
        failure_ = nullptr;
    }
    changed_.notify_all();
    work(0);
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return running_ == 0; });
    task_ = nullptr;
    if (failure_) std::rethrow_exception(failure_);
}

void WorkerPool::serve(unsigned worker) {
    for (;;) {
        {
            std::unique_lock lock(mutex_);
            changed_.wait(lock, [this] { return stopping_ || next_ < count_; });
            if (stopping_) return;
        }
        work(worker);
    }
}

void WorkerPool::work(unsigned worker) {
    std::unique_lock lock(mutex_);
    while (next_ < count_) {
        const std::size_t index = next_++;
        const Task& task = *task_;
        ++running_;
        lock.unlock();
        std::exception_ptr failure;
        try {
            task(worker, index);
        } catch (...) {
            failure = std::current_exception();
        }
        lock.lock();
        --running_;
        if (failure) {
            failure_ = failure;
            next_ = count_;
        }
    }
    if (running_ == 0) changed_.notify_all();
}

} // namespace trialdex
