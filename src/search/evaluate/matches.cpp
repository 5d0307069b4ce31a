#include "search/evaluate/matches.h"

#include <algorithm>

namespace trialdex::search {

void as_list(Matches& set) {
    if (!set.as_bits) return;
    set.studies.clear();
    set.bits.for_each([&](std::uint32_t study) { set.studies.push_back(study); });
    set.as_bits = false;
    set.bits = index::Bits();
}

index::Bits to_bits(const Matches& set, std::uint32_t size) {
    if (set.as_bits) return set.bits;
    index::Bits bits(size);
    for (const std::uint32_t study : set.studies) bits.set(study);
    return bits;
}

Matches complement(const Matches& set, std::uint32_t size) {
    index::Bits bits = to_bits(set, size);
    bits.flip();
    return Matches::of_bits(std::move(bits));
}

Matches with_scores_of(Matches narrow, const Matches& wide) {
    if (wide.as_bits || !wide.scored()) return narrow;
    as_list(narrow);
    narrow.begin_scores();
    std::size_t at = 0;
    for (std::size_t i = 0; i < narrow.studies.size(); ++i) {
        while (at < wide.studies.size() && wide.studies[at] < narrow.studies[i]) ++at;
        if (at < wide.studies.size() && wide.studies[at] == narrow.studies[i]) narrow.scores[i] += wide.scores[at];
    }
    return narrow;
}

namespace {

template <class Keep> void keep_if(Matches& set, Keep&& keep) {
    std::size_t out = 0;
    for (std::size_t i = 0; i < set.studies.size(); ++i) {
        if (!keep(set.studies[i])) continue;
        set.studies[out] = set.studies[i];
        if (set.scored()) set.scores[out] = set.scores[i];
        ++out;
    }
    if (set.scored()) set.scores.resize(out);
    set.studies.resize(out);
}

} // namespace

void keep_scores_from(Matches& set, float least) {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < set.studies.size(); ++i) {
        set.studies[kept] = set.studies[i];
        set.scores[kept] = set.scores[i];
        kept += set.scores[i] >= least ? 1 : 0;
    }
    set.studies.resize(kept);
    set.scores.resize(kept);
}

Matches kept_in(Matches set, const index::Bits& bits) {
    if (set.as_bits) {
        set.bits &= bits;
    } else {
        keep_if(set, [&](std::uint32_t study) { return bits.test(study); });
    }
    return set;
}

Matches without(Matches set, const Matches& minus) {
    if (set.as_bits) {
        if (minus.as_bits) {
            set.bits.and_not(minus.bits);
        } else {
            for (const std::uint32_t study : minus.studies) set.bits.reset(study);
        }
        return set;
    }
    std::size_t at = 0;
    keep_if(set, [&](std::uint32_t study) {
        if (minus.as_bits) return !minus.bits.test(study);
        while (at < minus.studies.size() && minus.studies[at] < study) ++at;
        return at == minus.studies.size() || minus.studies[at] != study;
    });
    return set;
}

namespace {

// Both together, scores of studies in both by add(a, b).
template <class Add> Matches merged(Matches a, Matches b, Add&& add) {
    if (!a.scored() && !b.scored() && (a.as_bits || b.as_bits)) {
        if (!a.as_bits) std::swap(a, b);
        if (b.as_bits) {
            a.bits |= b.bits;
        } else {
            for (const std::uint32_t study : b.studies) a.bits.set(study);
        }
        return a;
    }
    as_list(a);
    as_list(b);
    const bool scored = a.scored() || b.scored();
    if (scored) {
        a.begin_scores();
        b.begin_scores();
    }
    if (a.studies.empty()) return b;
    if (b.studies.empty()) return a;
    Matches sum;
    const std::size_t most = a.studies.size() + b.studies.size();
    sum.studies.resize(most);
    if (scored) sum.scores.resize(most);
    std::size_t i = 0;
    std::size_t j = 0;
    std::size_t size = 0;
    while (i < a.studies.size() && j < b.studies.size()) {
        const std::uint32_t in_a = a.studies[i];
        const std::uint32_t in_b = b.studies[j];
        sum.studies[size] = std::min(in_a, in_b);
        if (scored)
            sum.scores[size] = in_a == in_b ? add(a.scores[i], b.scores[j]) : in_a < in_b ? a.scores[i] : b.scores[j];
        i += in_a <= in_b ? 1 : 0;
        j += in_b <= in_a ? 1 : 0;
        ++size;
    }
    const auto rest = [&](const Matches& from, std::size_t at) {
        for (; at < from.studies.size(); ++at, ++size) {
            sum.studies[size] = from.studies[at];
            if (scored) sum.scores[size] = from.scores[at];
        }
    };
    rest(a, i);
    rest(b, j);
    sum.studies.resize(size);
    if (scored) sum.scores.resize(size);
    return sum;
}

} // namespace

Matches united(Matches a, Matches b) {
    return merged(std::move(a), std::move(b), [](float one, float other) { return one + other; });
}

Matches best_of(Matches a, Matches b) {
    return merged(std::move(a), std::move(b), [](float one, float other) { return std::max(one, other); });
}

} // namespace trialdex::search
