#!/usr/bin/env python3
"""Turns schema/glossary.tsv, the words of criteria in plain language, into C++ (src/web/components/glossary_table.h).

usage: generate_glossary.py SCHEMA_FOLDER OUTPUT.cpp
"""

import os
import re
import sys

from check_texts import words
from generate_tables import quote
from table import fail, read_table, write_source

COLUMNS = "term also explanation".split()
MAX_WORDS = 30


def check_explanation(path, row, seen):
    explanation = row["explanation"]
    if not explanation.endswith("."):
        fail(path, row["#"], "the explanation is not a sentence")
    if len(words(explanation)) > MAX_WORDS:
        fail(path, row["#"], f"the explanation has more than {MAX_WORDS} words")
    if re.search(r"\b(you|your|should)\b", explanation, re.IGNORECASE):
        fail(path, row["#"], "the explanation gives advice")
    if explanation in seen:
        fail(path, row["#"], f"this explanation stands already in line {seen[explanation]}")
    seen[explanation] = row["#"]


def forms_of(path, rows):
    """Every way in which a term is written: (form, number of its term, whether capitals count)."""
    forms, seen = [], {}
    for number, row in enumerate(rows):
        for form in [row["term"], *filter(None, row["also"].split("; "))]:
            # "AST" is an enzyme and "ast" is not: what has two capitals is met as written.
            as_written = sum(letter.isupper() for letter in form) > 1
            key = form if as_written else form.lower()
            if not form[0].isalnum():
                fail(path, row["#"], f"“{form}” does not begin with a letter or digit")
            if key in seen:
                fail(path, row["#"], f"“{form}” stands already in line {seen[key]}")
            seen[key] = row["#"]
            forms.append((key, number, as_written))
            if "'" in key:
                forms.append((key.replace("'", "’"), number, as_written))
    # Longer ones first, so that the first that fits is the one meant.
    return sorted(forms, key=lambda form: (-len(form[0].encode()), form[0]))


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    folder, output = sys.argv[1], sys.argv[2]
    path = os.path.join(folder, "glossary.tsv")
    rows, seen = read_table(path, COLUMNS), {}
    for row in rows:
        check_explanation(path, row, seen)
    terms = [f"    {{{quote(row['term'])}, {quote(row['explanation'])}}}," for row in rows]
    forms = [f"    {{{quote(form)}, {number}, {str(as_written).lower()}}}," for form, number, as_written in forms_of(path, rows)]
    write_source(output, "glossary.tsv", "web/components/glossary_table.h", "trialdex::web",
                 ["constexpr GlossaryTerm kTerms[] = {", *terms, "};", "", "constexpr GlossaryForm kForms[] = {", *forms, "};"],
                 ["std::span<const GlossaryTerm> glossary_terms() { return kTerms; }",
                  "std::span<const GlossaryForm> glossary_forms() { return kForms; }"])


if __name__ == "__main__":
    main()
