#include "demo/plan/program.h"

#include "demo/plan/cast.h"

#include <fmt/format.h>

namespace trialdex::demo {

namespace {

// In each repetition of the cast: two programmes with expanded access and eight others.
constexpr std::uint64_t kPrograms = 10;
constexpr std::uint64_t kWithExpandedAccess = 2;

std::uint64_t program_number(std::uint64_t index, std::uint64_t seed) {
    const Cast cast = cast_of(index, seed);
    const bool beside = expanded_access_of(index) != kNoIndex;
    if (cast.kind == Kind::ExpandedAccess || beside) {
        return cast.block * kPrograms + (cast.slot < kCastSize / 2 ? 0 : 1);
    }
    const std::uint64_t others = kPrograms - kWithExpandedAccess;
    return cast.block * kPrograms + kWithExpandedAccess + mixed(seed ^ hash_of("program"), index) % others;
}

const Family& family_of(const Turn& turn, bool outside_studies) {
    const Family* family = &turn.deal_from(families(), "family");
    for (std::size_t step = 0; outside_studies && !family->outside_studies; ++step) {
        family = &families()[(turn.number() + step) % families().size()];
    }
    return *family;
}

// Nobody in good health needs access outside of studies.
const Condition& condition_of(const Turn& turn, bool outside_studies) {
    const Condition& dealt = turn.deal_from(conditions(), "condition");
    return outside_studies && !dealt.is_illness() ? conditions().front() : dealt;
}

const Condition* second_condition(const Program& program, Random& random) {
    const Condition& other = random.pick(conditions());
    const bool goes_along = other.is_illness() && program.condition->is_illness() && other.sex == "ALL";
    return goes_along && &other != program.condition && random.chance(35) ? &other : nullptr;
}

void give_name(Program& program, Random& random) {
    const std::size_t beginning = random.below(name_beginnings().size());
    const std::size_t middle = random.below(name_middles().size());
    const std::size_t ending = random.below(name_endings().size());
    program.name = fmt::format("{}{}{}", name_beginnings()[beginning], name_middles()[middle], name_endings()[ending]);
    program.name_number = (beginning * name_middles().size() + middle) * name_endings().size() + ending;
}

} // namespace

Program program_of(std::uint64_t index, std::uint64_t seed) {
    Program program;
    program.number = program_number(index, seed);
    const Turn turn(mixed(seed, hash_of("programs")), program.number);
    Random random(mixed(seed ^ hash_of("program name"), program.number));
    const bool outside_studies = program.number % kPrograms < kWithExpandedAccess;
    program.condition = &condition_of(turn, outside_studies);
    program.second = second_condition(program, random);
    program.sponsor = &turn.deal_from(sponsors(), "sponsor");
    program.family = &family_of(turn, outside_studies);
    give_name(program, random);
    program.product = fmt::format(fmt::runtime(program.family->name), program.name);
    program.code = fmt::format("{}-{}", program.sponsor->prefix, random.between(101, 9899));
    return program;
}

std::uint64_t earlier_in_program(std::uint64_t index, std::uint64_t seed) {
    const std::uint64_t program = program_number(index, seed);
    for (std::uint64_t other = index; other % kCastSize != 0;) {
        if (program_number(--other, seed) == program) return other;
    }
    return kNoIndex;
}

} // namespace trialdex::demo
