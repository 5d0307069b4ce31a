#include "demo/people.h"

#include "demo/words/people.h"

#include <fmt/format.h>

namespace trialdex::demo {

namespace {

// Letters and digits of ASCII only: mail addresses of the registry are plain.
std::string mailbox(std::string_view given, std::string_view family) {
    std::string box;
    for (const std::string_view part : {given, family}) {
        if (!box.empty()) box += '.';
        for (const char c : part) {
            if (c >= 'a' && c <= 'z') box += c;
            if (c >= 'A' && c <= 'Z') box += static_cast<char>(c - 'A' + 'a');
        }
    }
    return box + "@example.org";
}

} // namespace

Person person_from(Random& random) {
    const std::string_view given = random.pick(given_names());
    const std::string_view family = random.pick(family_names());
    const std::string_view degree = random.pick(degrees());
    Person person;
    person.name =
        degree.empty() ? fmt::format("{} {}", given, family) : fmt::format("{} {}, {}", given, family, degree);
    person.email = mailbox(given, family);
    const int line = random.between(0, 99);
    person.phone = random.chance(60) ? fmt::format("555-01{:02}", line) : fmt::format("+44 1632 9600{:02}", line);
    if (random.chance(12)) person.extension = fmt::format("{}", random.between(10, 9999));
    return person;
}

} // namespace trialdex::demo
