#!/usr/bin/env python3
"""Turns schema/comparison.tsv, the rows of the comparison of trials, into C++ (src/web/pages/compare/compared_rows.h).

usage: generate_comparison.py SCHEMA_FOLDER OUTPUT.cpp
"""

import os
import sys

from generate_tables import ENUM_COLUMNS, NODE_COLUMNS, quote
from table import fail, read_table, write_source

COLUMNS = "group path form kinds name beside".split()
FORMS = {"value": "Value", "text": "Text", "age": "Age", "date": "Date", "enrolment": "Enrolment", "places": "Places",
         "elements": "Elements"}
LEAVES = {"value", "text", "age"}  # forms of fields; the others are of structures


def check(path, rows, nodes, kinds):
    seen, groups = {}, []
    for row in rows:
        line, node = row["#"], nodes.get(row["path"])
        if node is None:
            fail(path, line, f"nodes.tsv has no {row['path']}")
        if row["path"] in seen:
            fail(path, line, f"{row['path']} stands already in line {seen[row['path']]}")
        seen[row["path"]] = line
        if row["form"] not in FORMS:
            fail(path, line, f"unknown form {row['form']}; known: {' '.join(sorted(FORMS))}")
        if (node["kind"] == "field") != (row["form"] in LEAVES):
            fail(path, line, f"{row['path']} is a {node['kind']} and cannot have the form {row['form']}")
        for kind in row["kinds"].split():
            if kind not in kinds:
                fail(path, line, f"{kind} is no study type")
        if bool(row["name"]) != (row["form"] == "elements"):
            fail(path, line, "elements, and only they, say which of their fields is the name")
        for field in (row["name"], row["beside"]):
            if field and f"{row['path']}.{field}" not in nodes:
                fail(path, line, f"nodes.tsv has no {row['path']}.{field}")
        if row["group"] in groups[:-1] or not row["group"]:
            fail(path, line, "the rows of a group stand together, and each row has one")
        if row["group"] not in groups:
            groups.append(row["group"])


def write(rows, output):
    lines = []
    for row in rows:
        if row["kinds"]:
            kinds = ", ".join(quote(kind) for kind in row["kinds"].split())
            lines.append(f"constexpr std::string_view kKinds{row['#']}[] = {{{kinds}}};")
    lines += ["", "constexpr ComparedRow kRows[] = {"]
    for row in rows:
        kinds = f"kKinds{row['#']}" if row["kinds"] else "{}"
        lines.append(f"    {{{quote(row['group'])}, {quote(row['path'])}, ComparedForm::{FORMS[row['form']]}, {kinds}, "
                     f"{quote(row['name'])}, {quote(row['beside'])}}},")
    write_source(output, "comparison.tsv", "web/pages/compare/compared_rows.h", "trialdex::web", [*lines, "};"],
                 ["std::span<const ComparedRow> compared_rows() { return kRows; }"])


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    folder, output = sys.argv[1], sys.argv[2]
    path = os.path.join(folder, "comparison.tsv")
    rows = read_table(path, COLUMNS)
    nodes = {node["path"]: node for node in read_table(os.path.join(folder, "nodes.tsv"), NODE_COLUMNS)}
    codes = read_table(os.path.join(folder, "enums.tsv"), ENUM_COLUMNS)
    check(path, rows, nodes, {code["value"] for code in codes if code["type"] == "StudyType"})
    write(rows, output)


if __name__ == "__main__":
    main()
