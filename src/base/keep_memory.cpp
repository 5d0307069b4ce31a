#include "base/keep_memory.h"

#include <malloc.h>

namespace trialdex {

void keep_freed_memory() {
    constexpr int kKept = 64 << 20;
    mallopt(M_MMAP_THRESHOLD, kKept / 2); // the most that glibc takes
    mallopt(M_TRIM_THRESHOLD, kKept);
}

} // namespace trialdex
