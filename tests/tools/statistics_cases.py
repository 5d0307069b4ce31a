#!/usr/bin/env python3
"""Checks the expected values of the statistics tests against statsmodels, which computes them independently.

usage: statistics_cases.py FILE [--write]

FILE is tests/unit/results/statistics_cases.tsv: two groups' counts, then Wilson's interval of the first risk, the risk
difference with Newcombe's interval, the risk ratio with Katz's; "-" where there is none. Without statsmodels the check
skips. --write makes the file anew from the counts below.
"""

import sys

NONE = "-"
# Published and hand-checked pairs first (Newcombe 1998, table II), then edges, then sizes of real adverse-event rows.
COUNTS = [
    (56, 70, 48, 80), (9, 10, 3, 10), (6, 7, 2, 7), (5, 56, 0, 29), (0, 10, 0, 20), (0, 10, 0, 10), (10, 10, 0, 20),
    (10, 10, 0, 10), (81, 263, 15, 148), (0, 20, 1, 29), (1, 29, 0, 20), (7, 34, 1, 34), (5, 5, 5, 5), (1, 1, 1, 2),
    (1, 2, 1, 1), (104, 11037, 189, 11034), (3, 1280, 12, 1270), (1373, 1400, 1399, 1400), (17, 57, 94, 118),
    (250000, 1000000, 249000, 1000000),
]


def expected(a, n, b, m):
    from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

    values = list(proportion_confint(a, n, method="wilson"))
    values += [a / n - b / m, *confint_proportions_2indep(a, n, b, m, method="newcomb", compare="diff")]
    if b == 0:
        return values + [NONE] * 3
    has_interval = a > 0 and (a < n or b < m)
    # "log" of statsmodels is Katz's interval; its counts are taken as they are.
    limits = confint_proportions_2indep(a, n, b, m, method="log", compare="ratio", correction=False) if has_interval else (NONE, NONE)
    return values + [(a / n) / (b / m), *limits]


def table():
    lines = ["a\tn\tb\tm\tlow\thigh\tdifference\tdifference_low\tdifference_high\tratio\tratio_low\tratio_high"]
    for counts in COUNTS:
        values = [v if v == NONE else f"{v + 0.0:.12g}" for v in expected(*counts)]
        lines.append("\t".join([str(c) for c in counts] + values))
    return "\n".join(lines) + "\n"


def same(one, other):
    return one == other or (NONE not in (one, other) and abs(float(one) - float(other)) < 1e-9)


def main():
    try:
        import statsmodels  # noqa: F401
    except Exception as error:
        print(f"skipped: statsmodels cannot be imported ({type(error).__name__})")
        return 0
    if "--write" in sys.argv:
        with open(sys.argv[1], "w", encoding="utf-8") as file:
            file.write(table())
        return 0
    with open(sys.argv[1], encoding="utf-8") as file:
        kept = [line.split("\t") for line in file.read().splitlines()]
    fresh = [line.split("\t") for line in table().splitlines()]
    wrong = [k for k, f in zip(kept[1:], fresh[1:]) if len(k) != len(f) or not all(map(same, k, f))]
    for row in wrong:
        print("differs from statsmodels:", *row)
    if len(kept) != len(fresh) or kept[0] != fresh[0]:
        print("the file has other rows than this script")
        return 1
    print(f"{len(kept) - 1} pairs of groups, {len(wrong)} differ from statsmodels")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
