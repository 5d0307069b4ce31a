// Invented people with ways to reach them that lead nowhere: example domains and numbers kept free for fiction.
#pragma once

#include "demo/random.h"

#include <string>

namespace trialdex::demo {

struct Person {
    std::string name;  // "Renée Ågren, MD"
    std::string email; // "renee.agren@example.org" in ASCII
    std::string phone;
    std::string extension; // mostly empty
};

Person person_from(Random& random);

} // namespace trialdex::demo
