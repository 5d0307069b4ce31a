#!/usr/bin/env python3
"""Turns the tables of schema/ into C++ (src/schema/schema.h says what they mean), or fails with the line that is wrong.

usage: generate_tables.py SCHEMA_FOLDER OUTPUT.cpp
"""

import os
import sys

from check_texts import check_texts
from table import fail, read_table

NODE_COLUMNS = "path kind piece type source limit flags alternatives definition label explanation".split()
ENUM_COLUMNS = "type value legacy exceptions label explanation".split()
ENUM_TYPE_COLUMNS = "type label explanation".split()
AREA_COLUMNS = "area label param pieces type flags weight".split()

KINDS = {"section": "Section", "module": "Module", "entity": "Entity", "field": "Field"}
VALUE_KINDS = {
    "text": "Text", "markup": "Markup", "boolean": "Boolean", "integer": "Integer", "long": "Integer", "number": "Number",
    "NormalizedDate": "Date", "PartialDate": "PartialDate", "DateTimeMinutes": "DateTime", "NormalizedTime": "Time",
    "GeoPoint": "GeoPoint",
}
NODE_FLAGS = {"list", "nested", "enum", "synonyms"}
DEFINITIONS = "https://clinicaltrials.gov/policy/"
NO_NODE = 0xFFFF


def quote(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


class Tables:
    def __init__(self, folder):
        self.folder = folder
        self.nodes = self.read("nodes.tsv", NODE_COLUMNS)
        self.enums = self.read("enums.tsv", ENUM_COLUMNS)
        self.enum_types = self.read("enum_types.tsv", ENUM_TYPE_COLUMNS)
        self.areas = self.read("search_areas.tsv", AREA_COLUMNS)

    def path(self, name):
        return os.path.join(self.folder, name)

    def read(self, name, columns):
        return read_table(self.path(name), columns)


def check_nodes(tables):
    path, by_path, by_piece, depth_of = tables.path("nodes.tsv"), {}, {}, {}
    enum_names = {row["type"] for row in tables.enum_types}
    for index, node in enumerate(tables.nodes):
        line, name = node["#"], node["path"]
        parent = name.rpartition(".")[0]
        node["flags"] = set(node["flags"].split())
        node["alternatives"] = node["alternatives"].split()
        if name in by_path:
            fail(path, line, f"{name} stands already in line {by_path[name]['#']}")
        if parent and parent not in by_path:
            fail(path, line, f"its parent {parent} does not stand above it")
        if parent and by_path[parent]["kind"] == "field":
            fail(path, line, f"its parent {parent} is a field")
        if node["kind"] not in KINDS:
            fail(path, line, f"unknown kind {node['kind']}")
        depth_of[name] = depth_of[parent] + 1 if parent else 0
        wanted = {0: {"section", "field"}, 1: {"module"}}.get(depth_of[name], {"entity", "field"})
        if node["kind"] not in wanted:
            fail(path, line, f"a {node['kind']} cannot stand at depth {depth_of[name]}")
        for piece in [node["piece"], *node["alternatives"]]:
            if piece in by_piece:
                fail(path, line, f"the piece {piece} stands already in line {by_piece[piece]}")
            by_piece[piece] = line
        if unknown := node["flags"] - NODE_FLAGS:
            fail(path, line, f"unknown flag {unknown.pop()}")
        if node["limit"] and not node["limit"].isdigit():
            fail(path, line, f"the limit {node['limit']} is no number")
        is_enum = node["type"] in enum_names
        if is_enum != ("enum" in node["flags"]):
            fail(path, line, f"the flag enum and the type {node['type']} disagree")
        if node["kind"] == "field" and not is_enum and node["type"] not in VALUE_KINDS:
            fail(path, line, f"unknown type {node['type']}")
        if node["definition"] and " | " not in node["definition"]:
            fail(path, line, "a definition is: label | page")
        node.update(id=index, parent=by_path[parent]["id"] if parent else NO_NODE, depth=depth_of[name],
                    first_child=NO_NODE, next_sibling=NO_NODE, last_child=None)
        by_path[name] = node
    link_siblings(tables.nodes)
    check_labels(path, tables.nodes)
    return by_piece


def link_siblings(nodes):
    last_root = None
    for node in nodes:
        if node["parent"] == NO_NODE:
            previous, last_root = last_root, node
        else:
            parent = nodes[node["parent"]]
            previous = parent["last_child"]
            parent["last_child"] = node
            if previous is None:
                parent["first_child"] = node["id"]
        if previous is not None:
            previous["next_sibling"] = node["id"]


def check_labels(path, nodes):
    """Two things side by side on a page must not bear the same label."""
    seen = {}
    for node in nodes:
        key = (node["parent"], node["label"].lower())
        if key in seen:
            fail(path, node["#"], f"the label {node['label']} stands beside itself, line {seen[key]}")
        seen[key] = node["#"]


def check_enums(tables):
    path, seen, names = tables.path("enums.tsv"), set(), [row["type"] for row in tables.enum_types]
    pieces = {node["piece"] for node in tables.nodes}
    for row in tables.enums:
        if row["type"] not in names:
            fail(path, row["#"], f"{row['type']} does not stand in enum_types.tsv")
        if (row["type"], row["value"]) in seen:
            fail(path, row["#"], f"{row['value']} stands twice in {row['type']}")
        seen.add((row["type"], row["value"]))
        row["exceptions"] = [item.split("=", 1) for item in row["exceptions"].split()]
        for item in row["exceptions"]:
            if len(item) != 2 or item[0] not in pieces:
                fail(path, row["#"], f"an exception is Piece=wording: {'='.join(item)}")
    for row in tables.enum_types:
        if not any(value["type"] == row["type"] for value in tables.enums):
            fail(tables.path("enum_types.tsv"), row["#"], f"{row['type']} has no values")


def check_areas(tables):
    path, pieces = tables.path("search_areas.tsv"), {node["piece"]: node for node in tables.nodes}
    closed, current = set(), None
    for row in tables.areas:
        if row["area"] != current:
            if row["area"] in closed:
                fail(path, row["#"], f"the parts of {row['area']} do not stand together")
            closed.add(row["area"])
            current = row["area"]
        row["pieces"], row["flags"] = row["pieces"].split(), set(row["flags"].split())
        for piece in row["pieces"]:
            if piece not in pieces:
                fail(path, row["#"], f"there is no piece {piece}")
            # The reverse holds not: the registry compares OverallOfficialRole as text among other texts.
            if "enum" in row["flags"] and "enum" not in pieces[piece]["flags"]:
                fail(path, row["#"], f"the part is flagged enum, but the piece {piece} is none")
        if not 0 < float(row["weight"]) <= 1:
            fail(path, row["#"], "a weight lies above 0 and up to 1")


def views(items):
    return ", ".join(quote(item) for item in items)


class Writer:
    """Collects the arrays that spans point to; empty spans need none."""

    def __init__(self, prefix):
        self.prefix, self.lines, self.count = prefix, [], 0

    def span(self, cpp_type, items):
        if not items:
            return "{}"
        self.count += 1
        name = f"{self.prefix}{self.count}"
        self.lines.append(f"constexpr {cpp_type} {name}[] = {{{', '.join(items)}}};")
        return name


def write_enums(writer, tables):
    rows = []
    for kind in tables.enum_types:
        values = []
        for value in (row for row in tables.enums if row["type"] == kind["type"]):
            exceptions = writer.span("std::pair<std::string_view, std::string_view>",
                                     [f"{{{quote(piece)}, {quote(text)}}}" for piece, text in value["exceptions"]])
            values.append("\n    {" + views([value["value"], value["legacy"], value["label"], value["explanation"]])
                          + f", {exceptions}}}")
        pieces = [quote(node["piece"]) for node in tables.nodes if node["type"] == kind["type"] and "enum" in node["flags"]]
        rows.append(f"    {{{views([kind['type'], kind['label'], kind['explanation']])}, "
                    f"{writer.span('EnumValue', values)}, {writer.span('std::string_view', pieces)}}},")
    return rows


def write_nodes(writer, tables):
    rows, enum_index = [], {row["type"]: index for index, row in enumerate(tables.enum_types)}
    for node in tables.nodes:
        label, _, page = node["definition"].partition(" | ")
        structure = node["kind"] != "field"
        enum = f"&kEnumTypes[{enum_index[node['type']]}]" if "enum" in node["flags"] else "nullptr"
        value = "Structure" if structure else "Enum" if enum != "nullptr" else VALUE_KINDS[node["type"]]
        texts = [node["path"], node["path"].rpartition(".")[2], node["piece"], node["type"], node["source"], node["label"],
                 node["explanation"], label, DEFINITIONS + page if page else ""]
        alternatives = writer.span("std::string_view", [quote(name) for name in node["alternatives"]])
        flags = ["true" if flag in node["flags"] else "false" for flag in ("list", "nested", "synonyms")]
        numbers = [node["limit"] or "0", node["id"], node["parent"], node["first_child"], node["next_sibling"], node["depth"]]
        rows.append(f"    {{{views(texts)}, {alternatives}, {enum}, {', '.join(map(str, numbers))}, "
                    f"NodeKind::{KINDS[node['kind']]}, ValueKind::{value}, {', '.join(flags)}}},")
    return rows


def write_areas(writer, tables):
    rows, names = [], []
    for row in tables.areas:
        if row["area"] not in names:
            names.append(row["area"])
    for name in names:
        parts = [row for row in tables.areas if row["area"] == name]
        cells = [f"\n    {{{writer.span('std::string_view', [quote(piece) for piece in part['pieces']])}, "
                 f"{quote(part['type'])}, {part['weight']}, {'true' if 'enum' in part['flags'] else 'false'}, "
                 f"{'true' if 'synonyms' in part['flags'] else 'false'}}}" for part in parts]
        rows.append(f"    {{{views([name, parts[0]['label'], parts[0]['param']])}, {writer.span('SearchAreaPart', cells)}}},")
    return rows


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    tables = Tables(sys.argv[1])
    check_nodes(tables)
    check_enums(tables)
    check_areas(tables)
    seen = {}
    for name, rows in (("nodes.tsv", tables.nodes), ("enums.tsv", tables.enums), ("enum_types.tsv", tables.enum_types)):
        check_texts(tables.path(name), rows, seen)

    enums, nodes, areas = Writer("kEnum"), Writer("kNode"), Writer("kArea")
    enum_rows, node_rows, area_rows = write_enums(enums, tables), write_nodes(nodes, tables), write_areas(areas, tables)
    text = ["// Generated by tools/generate_tables.py from schema/*.tsv; do not edit.", '#include "schema/schema.h"',
            "namespace trialdex::schema {", "namespace {", *enums.lines, *areas.lines,
            "constexpr EnumType kEnumTypes[] = {", *enum_rows, "};", *nodes.lines,
            "constexpr Node kNodes[] = {", *node_rows, "};", "constexpr SearchArea kSearchAreas[] = {", *area_rows, "};",
            "} // namespace", "std::span<const Node> nodes() { return kNodes; }",
            "std::span<const EnumType> enum_types() { return kEnumTypes; }",
            "std::span<const SearchArea> search_areas() { return kSearchAreas; }", "} // namespace trialdex::schema", ""]
    os.makedirs(os.path.dirname(sys.argv[2]), exist_ok=True)
    with open(sys.argv[2], "w", encoding="utf-8") as file:
        file.write("\n".join(text))


if __name__ == "__main__":
    main()
