#!/usr/bin/env python3
"""Turns schema/related_aspects.tsv, the aspects by which trials are alike, into C++ (src/related/related.h).

usage: generate_related_aspects.py SCHEMA_FOLDER OUTPUT.cpp
"""

import os
import sys

from generate_tables import quote
from table import fail, read_table, write_source

COLUMNS = "aspect label explanation weight".split()
ASPECTS = "condition intervention population outcome design wording".split()  # in the order of related::Aspect


def check(path, rows):
    if [row["aspect"] for row in rows] != ASPECTS:
        fail(path, 1, f"the aspects must be, in this order: {' '.join(ASPECTS)}")
    for row in rows:
        if not row["label"] or not row["explanation"].endswith("."):
            fail(path, row["#"], "an aspect has a label and an explanation that is a sentence")
        try:
            if not 0 <= float(row["weight"]) <= 1:
                raise ValueError
        except ValueError:
            fail(path, row["#"], f"{row['weight']} is no weight from 0 to 1")


def write(rows, output):
    lines = [f"    {{{quote(row['aspect'])}, {quote(row['label'])}, {quote(row['explanation'])}, {float(row['weight'])}}},"
             for row in rows]
    write_source(output, "related_aspects.tsv", "related/related.h", "trialdex::related",
                 ["constexpr AspectInfo kAspects[] = {", *lines, "};"],
                 ["std::span<const AspectInfo> aspects() { return kAspects; }"])


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    path = os.path.join(sys.argv[1], "related_aspects.tsv")
    rows = read_table(path, COLUMNS)
    check(path, rows)
    write(rows, sys.argv[2])


if __name__ == "__main__":
    main()
