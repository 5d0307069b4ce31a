#include "text/fold.h"

#include <algorithm>
#include <array>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>
#include <utility>

namespace trialdex::text {

namespace {

using Names = std::pair<char32_t, std::string_view>;

// Letters that Unicode does not take apart, as Latin keyboards write them.
constexpr std::array<Names, 8> kLatin = {
    {{U'æ', "ae"}, {U'œ', "oe"}, {U'ø', "o"}, {U'ł', "l"}, {U'đ', "d"}, {U'ð', "d"}, {U'þ', "th"}, {U'ı', "i"}}};

constexpr std::array<std::pair<std::string_view, std::string_view>, 24> kGreek = {
    {{"α", "alpha"}, {"β", "beta"},    {"γ", "gamma"},   {"δ", "delta"}, {"ε", "epsilon"}, {"ζ", "zeta"},
     {"η", "eta"},   {"θ", "theta"},   {"ι", "iota"},    {"κ", "kappa"}, {"λ", "lambda"},  {"μ", "mu"},
     {"ν", "nu"},    {"ξ", "xi"},      {"ο", "omicron"}, {"π", "pi"},    {"ρ", "rho"},     {"σ", "sigma"},
     {"τ", "tau"},   {"υ", "upsilon"}, {"φ", "phi"},     {"χ", "chi"},   {"ψ", "psi"},     {"ω", "omega"}}};

// What NFKC would turn into letters, zero width space, and the signs that stand for apostrophe and hyphen.
Kind sign_kind(char32_t code) {
    switch (code) {
    case U'\u2018':
    case U'\u2019':
    case U'\u02BC':
    case U'\u00B4':
    case U'\uFF07': return Kind::Apostrophe;
    case U'\u2010':
    case U'\u2011':
    case U'\u2012':
    case U'\u2013': // en dash: "non–small cell"
    case U'\u2212': // minus: "IL−6"
    case U'\uFE63':
    case U'\uFF0D': return Kind::Hyphen;
    case U'\u2122': // ™: NFKC makes "tm" of it
    case U'\u2120':
    case U'\u200B': return Kind::Separator;
    default: return Kind::Letter;
    }
}

bool is_accent(UChar32 code) {
    constexpr UChar32 kEndOfAccents = 0x3000; // beyond: Japanese voicing marks, which tell words apart
    if (u_charType(code) != U_NON_SPACING_MARK || code >= kEndOfAccents) return false;
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(code, &status);
    return script == USCRIPT_INHERITED || script == USCRIPT_ARABIC || script == USCRIPT_HEBREW;
}

bool is_alone(UChar32 code) {
    for (const UScriptCode script : {USCRIPT_HAN, USCRIPT_HIRAGANA, USCRIPT_KATAKANA}) {
        if (uscript_hasScript(code, script)) return true;
    }
    return u_getIntPropertyValue(code, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT; // Thai, Lao, Khmer, Myanmar
}

bool is_word_character(UChar32 code) { return (U_GET_GC_MASK(code) & (U_GC_L_MASK | U_GC_N_MASK | U_GC_M_MASK)) != 0; }

// ICU's tables, asked for once: ICU guards their making itself, but the thread sanitizer sees only guards of ours.
struct Normalizers {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* apart = icu::Normalizer2::getNFDInstance(status);
    const icu::Normalizer2* together = icu::Normalizer2::getNFCInstance(status);
    const icu::Normalizer2* small = icu::Normalizer2::getNFKCCasefoldInstance(status);
};

const Normalizers& normalizers() {
    static const Normalizers all;
    return all;
}

icu::UnicodeString without_accents(const icu::UnicodeString& text, UErrorCode& status) {
    const icu::UnicodeString apart = normalizers().apart->normalize(text, status);
    icu::UnicodeString bare;
    for (int32_t i = 0; i < apart.length(); i = apart.moveIndex32(i, 1)) {
        const UChar32 code = apart.char32At(i);
        if (!is_accent(code)) bare.append(code);
    }
    return normalizers().together->normalize(bare, status);
}

Kind kind_of(char32_t code, const icu::UnicodeString& folded) {
    if (folded.isEmpty()) return Kind::Ignored;
    for (int32_t i = 0; i < folded.length(); i = folded.moveIndex32(i, 1)) {
        if (!is_word_character(folded.char32At(i))) return Kind::Separator;
    }
    const UChar32 first = folded.char32At(0);
    if (is_alone(static_cast<UChar32>(code)) || is_alone(first)) return Kind::Alone;
    return u_isdigit(first) != 0 ? Kind::Digit : Kind::Letter;
}

FoldedCharacter folded_sign(char32_t code) {
    if (const Kind kind = sign_kind(code); kind != Kind::Letter) return {kind, ""};
    if (const int32_t digit = u_charDigitValue(static_cast<UChar32>(code)); digit >= 0) {
        return {Kind::Digit, std::string(1, static_cast<char>('0' + digit))};
    }
    UErrorCode status = normalizers().status;
    if (U_FAILURE(status) != 0) return {Kind::Separator, ""};
    const icu::UnicodeString small =
        normalizers().small->normalize(icu::UnicodeString(static_cast<UChar32>(code)), status);
    const icu::UnicodeString bare = without_accents(small, status);
    if (U_FAILURE(status) != 0) return {Kind::Separator, ""};
    const UChar32 first = bare.char32At(0);
    for (const auto& [letter, spelled] : kLatin) {
        if (first == static_cast<UChar32>(letter)) return {Kind::Letter, std::string(spelled)};
    }
    FoldedCharacter result{kind_of(code, bare), ""};
    if (result.kind == Kind::Separator) return result;
    bare.toUTF8String(result.folded);
    if (greek_name(result.folded) != result.folded) result.kind = Kind::Greek;
    return result;
}

} // namespace

const FoldedCharacter& Folder::fold(char32_t code) {
    const auto found = known_.find(code);
    return found != known_.end() ? found->second : known_.emplace(code, folded_sign(code)).first->second;
}

void Folder::forget() {
    constexpr std::size_t kRemembered = 20'000; // about a megabyte; real registries use some thousand characters
    if (known_.size() > kRemembered) known_.clear();
}

std::string_view greek_name(std::string_view letter) {
    const auto* found = std::ranges::find(kGreek, letter, &std::pair<std::string_view, std::string_view>::first);
    return found == kGreek.end() ? letter : found->second;
}

} // namespace trialdex::text
