// The words by which a line of criteria is known as a heading of a side, or as no heading. Small letters; counted on
// 3,545 real texts.
#pragma once

#include <algorithm>
#include <span>
#include <string_view>

namespace trialdex::study {

template <std::size_t N> constexpr bool is_one_of(const std::string_view (&words)[N], std::string_view word) {
    return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

// The names of the sides, with the misspellings that occur. "Non" or "no" before the first kind turns it round.
inline constexpr std::string_view kInclusionNames[] = {"inclusion", "inclusions", "incinclusion",
                                                       "inlcusion", "inculsion",  "incusion",
                                                       "iclusion",  "inclussion", "inclusión"};
inline constexpr std::string_view kExclusionNames[] = {"exclusion", "exclusions",   "exclusionary", "exlusion",
                                                       "excluson",  "excusion",     "exclussion",   "exclusión",
                                                       "excluded",  "noninclusion", "ineligibility"};

// Before the name of a side, these make a sentence or a remark of the line: "meets all inclusion criteria", "presence
// of exclusion criteria".
inline constexpr std::string_view kNotBeforeName[] = {
    "meet",      "meets",   "meeting",   "met",        "fulfil", "fulfill", "fulfils", "fulfills",  "fulfilling",
    "fulfilled", "satisfy", "satisfies", "satisfying", "fail",   "fails",   "failing", "failure",   "not",
    "cannot",    "who",     "that",      "which",      "any",    "if",      "whether", "from",      "than",
    "with",      "without", "must",      "may",        "might",  "will",    "should",  "could",     "would",
    "are",       "is",      "was",       "were",       "be",     "have",    "has",     "had",       "by",
    "of",        "until",   "see",       "least",      "does",   "do",      "under",   "above",     "these",
    "those",     "there",   "at",        "time",       "prior",  "before",  "after",   "since",     "upon",
    "following", "age",     "within",    "due",        "only",   "as",      "one",     "rationale", "unless",
    "except"};

// Behind "inclusion criteria", these make a sentence of a line that does not end with a colon.
inline constexpr std::string_view kVerbs[] = {
    "apply", "applies", "applied", "applying", "may",     "might",  "could",   "will",     "would",
    "must",  "should",  "shall",   "can",      "is",      "are",    "was",     "were",     "be",
    "have",  "has",     "had",     "met",      "meet",    "meets",  "include", "includes", "included",
    "do",    "does",    "see",     "listed",   "defined", "remain", "need",    "not"};

// The same for a line that does: "Exclusion criteria of part A apply except:".
inline constexpr std::string_view kReservations[] = {"apply",      "applies",    "applied", "except",
                                                     "exceptions", "applicable", "unless",  "above"};

// What may follow "inclusion criteria" in a heading without a colon: "Exclusion criteria for all groups".
inline constexpr std::string_view kScopes[] = {
    "for",    "of",       "in",         "related",    "specific",   "all",      "prior",
    "before", "after",    "during",     "at",         "determined", "on",       "to",
    "common", "relating", "concerning", "pertaining", "regarding",  "assessed", "only"};

// Who or what a heading divides: after "inclusion criteria" they end a heading ("Inclusion Criteria Roll-in Phase"),
// and a heading of them may begin another population.
inline constexpr std::string_view kDivisions[] = {
    "phase",      "part",   "cohort",  "group",        "arm",      "study",    "substudy", "stage", "recipient",
    "recipients", "donor",  "donors",  "participants", "patients", "subjects", "aim",      "step",  "module",
    "parts",      "groups", "cohorts", "arms",         "domain",   "registry", "visit",    "period"};

// "Further conditions for part 2:" says on no side what they are.
inline constexpr std::string_view kConditions[] = {"conditions", "requirements", "criteria"};

// People who are not those the study is about: a heading that names them among the exclusions begins their own
// criteria.
inline constexpr std::string_view kOtherPeople[] = {"control",    "controls",  "volunteer",  "volunteers", "healthy",
                                                    "donor",      "donors",    "sibling",    "siblings",   "caregiver",
                                                    "caregivers", "family",    "families",   "parents",    "partners",
                                                    "relatives",  "providers", "clinicians", "physicians", "nurses"};

// "Withdrawal criteria:" ends the sides.
inline constexpr std::string_view kOtherCriteria[] = {
    "eligibility", "withdrawal", "discontinuation", "termination", "removal",    "exit",          "stopping",
    "dropout",     "selection",  "rescreening",     "elimination", "suspension", "randomization", "randomisation"};

inline constexpr std::string_view kPeople[] = {
    "patient",     "patients",  "subject",    "subjects",  "participant", "participants", "individual",
    "individuals", "candidate", "candidates", "volunteer", "volunteers",  "person",       "persons",
    "people",      "those",     "you",        "women",     "men",         "adults",       "children"};

// May stand before them in a sentence about everybody.
inline constexpr std::string_view kBeforePeople[] = {
    "a",        "an",       "the",       "any",   "all",   "each",       "every",       "potential", "prospective",
    "study",    "eligible", "in",        "order", "to",    "be",         "participate", "this",      "enrolled",
    "included", "for",      "inclusion", "enter", "trial", "enrollment", "into",        "no",        "candidate"};

// "Other protocol-defined inclusion and exclusion criteria may apply."
inline constexpr std::string_view kRemarkStarts[] = {"note",  "other", "additional", "further", "the",
                                                     "there", "all",   "protocol",   "more"};
inline constexpr std::string_view kApplies[] = {" apply ",      " applies ",   " applied ",
                                                " applicable ", " the above ", " the same "};
inline constexpr std::string_view kRemarks[] = {" information above ",        " above information ",
                                                " information listed above ", " not intended to contain ",
                                                " further criteria apply ",   " not a criterion for exclusion "};

// Behind a list of exclusions, a line by itself with these takes something off it: "Pregnancy is not a criterion for
// exclusion."
inline constexpr std::string_view kTakesOff[] = {" are eligible ",     " is eligible ",      " are also eligible ",
                                                 " were eligible ",    " may be included ",  " will be included ",
                                                 " not excluded ",     " not an exclusion ", " not a criterion ",
                                                 " not exclusionary ", " those eligible "};

// A sentence of these, with a colon, says that what follows keeps people out, or lets them in.
inline constexpr std::string_view kKeepsOut[] = {" excluded ",          " ineligible ",
                                                 " not eligible ",      " not be eligible ",
                                                 " not be included ",   " not be enrolled ",
                                                 " not be entered ",    " not be considered ",
                                                 " exclusion ",         " exclude ",
                                                 " excludes ",          " not be randomized ",
                                                 " not be randomised ", " not be allowed to participate ",
                                                 " not participate ",   " not enter ",
                                                 " disqualify ",        " not be admitted ",
                                                 " not be recruited ",  " not allowed ",
                                                 " not meet any ",      " disqualified ",
                                                 " precluded "};
inline constexpr std::string_view kLetsIn[] = {" eligible ",          " be included ",    " be enrolled ",
                                               " are included ",      " inclusion ",      " to participate ",
                                               " for participation ", " to enter ",       " for enrollment ",
                                               " for enrolment ",     " may participate "};
// What is needed or forbidden, without a word of joining.
inline constexpr std::string_view kForbids[] = {" must not ", " may not ", " cannot ", " can not ", " should not "};
inline constexpr std::string_view kRequires[] = {" must meet ", " must fulfill ", " must fulfil ", " must satisfy ",
                                                 " must have ", " must be ",      " should meet ", " must "};

} // namespace trialdex::study
