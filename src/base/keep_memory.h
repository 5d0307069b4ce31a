// What a program does with memory that it has given back.
#pragma once

namespace trialdex {

// Keeps up to 64 MB of free memory instead of handing it to the system and asking again: every large search needs some
// megabytes for a millisecond, and the system clears each page anew (a quarter of the time of such a search).
void keep_freed_memory();

} // namespace trialdex
