#include "demo/codes.h"
#include "demo/members.h"
#include "demo/people.h"
#include "demo/protocol/protocol.h"
#include "demo/words/people.h"

#include <array>
#include <fmt/format.h>

namespace trialdex::demo {

namespace {

// PubMed has reached 41 million; these numbers lead nowhere.
constexpr std::uint64_t kFirstPubmedNumber = 99'000'000;
constexpr std::uint64_t kMostReferences = 6;

std::string pubmed_number(const Plan& plan, std::uint64_t part) {
    return fmt::format("{}", kFirstPubmedNumber + (plan.index * kMostReferences + part) % 999'000);
}

std::string citation(const Plan& plan, Random& random) {
    const int year = random.between(1998, 2025);
    const std::string_view first = random.pick(family_names());
    const std::string_view last = random.pick(family_names());
    return fmt::format("{} A, {} KJ. {} and {}: what people tell. J Invented Med. {} Apr;{}({}):{}-9. doi: "
                       "10.5555/invented.{}.{}.",
                       first, last, plan.program.condition->score, plan.program.condition->name, year, year - 1990,
                       random.between(1, 12), random.between(101, 899), year, random.between(100, 9999));
}

// What this study has of papers, links and data sets.
struct Holdings {
    explicit Holdings(const Turn& turn)
        : retraction(turn.once_in(15, "retraction")), trap(turn.once_in(40, "trap link")),
          link(trap || turn.deal(5, "links") == 0), data(turn.once_in(15, "available data")) {
        const std::uint64_t dealt = turn.deal(8, "references");
        papers = retraction ? 3 : dealt < kMostReferences ? dealt : 0;
    }
    bool any() const { return papers > 0 || link || data; }

    bool retraction, trap, link, data;
    std::uint64_t papers = 0;
};

void write_reference(JsonWriter& out, const Plan& plan, Random& random, std::uint64_t part, bool retracted) {
    const std::string_view type = deal_code(plan.turn().part(part, kMostReferences), "ReferenceType", "reference");
    if (random.chance(85)) out.member("pmid", pubmed_number(plan, part));
    out.member("type", type);
    out.member("citation", citation(plan, random));
    if (!retracted) return;
    list(out, "retractions", [&] {
        element(out, [&] {
            out.member("pmid", pubmed_number(plan, kMostReferences - 1));
            out.member("source", "J Invented Med. 2024 Sep;34(9):77");
        });
    });
}

void write_papers(JsonWriter& out, const Plan& plan, const Holdings& holdings) {
    if (holdings.papers == 0) return;
    Random random = plan.random("references");
    list(out, "references", [&] {
        for (std::uint64_t i = 0; i < holdings.papers; ++i) {
            element(out, [&] { write_reference(out, plan, random, i, i == 0 && holdings.retraction); });
        }
    });
}

void write_link(JsonWriter& out, std::string_view label, std::string_view url) {
    element(out, [&] {
        text(out, "label", label);
        out.member("url", url);
    });
}

void write_links(JsonWriter& out, const Plan& plan, const Holdings& holdings) {
    if (!holdings.link) return;
    list(out, "seeAlsoLinks", [&] {
        write_link(out, fmt::format("{} \\(plain language, 2 pages\\) & pictures", plan.program.product),
                   fmt::format("https://www.example.org/studies/{}?lang=en&part=1#summary", plan.program.code));
        if (!holdings.trap) return;
        write_link(out, "A link that must not act", "javascript:alert('inert')");
        write_link(out, "", "www.example.org/without-a-scheme");
    });
}

constexpr std::array<std::string_view, 5> kDataTypes = {"Individual Participant Data Set", "Study Protocol",
                                                        "Statistical Analysis Plan", "Informed Consent Form",
                                                        "Clinical Study Report"};

void write_available_data(JsonWriter& out, const Plan& plan) {
    objects(out, "availIpds", kDataTypes, [&](std::string_view type) {
        out.member("id", fmt::format("INV-DATA-{}", plan.index));
        out.member("type", type);
        out.member("url", "https://www.example.org/data-requests");
        out.member("comment", "Access after a data use agreement; the review takes \\<30 days.");
    });
}

} // namespace

void write_references(JsonWriter& out, const Plan& plan) {
    const Holdings holdings(plan.turn());
    if (plan.is_expanded_access() || !holdings.any()) return;
    object(out, "referencesModule", [&] {
        write_papers(out, plan, holdings);
        write_links(out, plan, holdings);
        if (holdings.data) write_available_data(out, plan);
    });
}

} // namespace trialdex::demo
