// A vector's memory that resize() leaves as it is: for long arrays of numbers that are written right afterwards. Zeros
// for the hits of a common word and their scores were 3 % of its search.
#pragma once

#include <memory>
#include <utility>
#include <vector>

namespace trialdex {

template <class T> class Uninitialized : public std::allocator<T> {
public:
    template <class U> struct rebind {
        using other = Uninitialized<U>;
    };
    template <class U> void construct(U* at) { ::new (static_cast<void*>(at)) U; }
    template <class U, class... Arguments> void construct(U* at, Arguments&&... arguments) {
        std::construct_at(at, std::forward<Arguments>(arguments)...);
    }
};

template <class T> using UninitializedVector = std::vector<T, Uninitialized<T>>;

} // namespace trialdex
