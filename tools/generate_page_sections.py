#!/usr/bin/env python3
"""Turns schema/page_sections.tsv, the order of the study page, into C++ (src/web/pages/study/page_sections.h).

usage: generate_page_sections.py SCHEMA_FOLDER OUTPUT.cpp
"""

import os
import sys

from generate_tables import NODE_COLUMNS, quote
from table import fail, read_table, write_source

COLUMNS = "id heading short sentence paths expected".split()
MAX_WORDS = 30  # of a section's sentence
MAX_SHORT = 16  # characters of its entry in the contents list


def check(path, sections, nodes):
    known = {node["path"] for node in nodes}
    seen, owner = {}, {}
    for section in sections:
        line = section["#"]
        for column in ("id", "heading", "sentence"):
            if section[column] in seen:
                fail(path, line, f"“{section[column]}” stands already in line {seen[section[column]]}")
            seen[section[column]] = line
        if not section["sentence"].endswith(".") or len(section["sentence"].split()) > MAX_WORDS:
            fail(path, line, f"the sentence must end with a full stop and have at most {MAX_WORDS} words")
        if not section["short"] or len(section["short"]) > MAX_SHORT:
            fail(path, line, f"the short heading must have 1 to {MAX_SHORT} characters")
        for name in section["paths"] + section["expected"]:
            if name not in known:
                fail(path, line, f"nodes.tsv has no {name}")
        for name in section["paths"]:
            if name in owner:
                fail(path, line, f"{name} belongs already to line {owner[name]}")
            owner[name] = line
    for node in nodes:
        above = node["path"].split(".")
        prefixes = {".".join(above[:depth]) for depth in range(1, len(above) + 1)}
        if node["kind"] == "field" and not prefixes & owner.keys():
            fail(path, len(sections) + 1, f"no section shows {node['path']}")


def names(section, column):
    return f"{{k{column.capitalize()}{section['#']}, {len(section[column])}}}" if section[column] else "{}"


def write(sections, output):
    lines = []
    for section in sections:
        for column in ("paths", "expected"):
            if section[column]:
                values = ", ".join(quote(name) for name in section[column])
                lines.append(f"constexpr std::string_view k{column.capitalize()}{section['#']}[] = {{{values}}};")
    lines += ["", "constexpr PageSection kSections[] = {"]
    for section in sections:
        texts = ", ".join(quote(section[column]) for column in ("id", "heading", "short", "sentence"))
        lines.append(f"    {{{texts}, {names(section, 'paths')}, {names(section, 'expected')}}},")
    write_source(output, "page_sections.tsv", "web/pages/study/page_sections.h", "trialdex::web", [*lines, "};"],
                 ["std::span<const PageSection> page_sections() { return kSections; }"])


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    folder, output = sys.argv[1], sys.argv[2]
    path = os.path.join(folder, "page_sections.tsv")
    sections = read_table(path, COLUMNS)
    for section in sections:
        section["paths"] = section["paths"].split()
        section["expected"] = section["expected"].split()
    check(path, sections, read_table(os.path.join(folder, "nodes.tsv"), NODE_COLUMNS))
    write(sections, output)


if __name__ == "__main__":
    main()
