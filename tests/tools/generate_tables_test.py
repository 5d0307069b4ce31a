#!/usr/bin/env python3
"""The table generator accepts our tables and rejects each kind of inconsistent one with file and line.

usage: generate_tables_test.py REPOSITORY
"""

import os
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = os.path.abspath(sys.argv.pop(1) if len(sys.argv) > 1 and not sys.argv[1].startswith("-") else ".")


def read_rows(path):
    with open(path, encoding="utf-8") as file:
        return [line.rstrip("\n").split("\t") for line in file]


class GenerateTables(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder)
        self.schema = os.path.join(self.folder, "schema")
        shutil.copytree(os.path.join(ROOT, "schema"), self.schema)

    def generate(self):
        return subprocess.run([sys.executable, os.path.join(ROOT, "tools/generate_tables.py"), self.schema,
                               os.path.join(self.folder, "tables.cpp")], capture_output=True, text=True, check=False)

    def change(self, table, key, column, value):
        """Sets a cell of the row whose first cell(s) are `key`; returns the row's line number."""
        path = os.path.join(self.schema, table)
        rows = read_rows(path)
        for number, row in enumerate(rows, start=1):
            if row[: len(key)] == key:
                row[rows[0].index(column)] = value
                break
        else:
            self.fail(f"no row {key}")
        with open(path, "w", encoding="utf-8") as file:
            file.writelines("\t".join(row) + "\n" for row in rows)
        return number

    def rejected(self, table, key, column, value, reason):
        line = self.change(table, key, column, value)
        result = self.generate()
        self.assertNotEqual(result.returncode, 0)
        self.assertIn(f"{table}:{line}:", result.stderr)
        self.assertIn(reason, result.stderr)

    TITLE = "protocolSection.identificationModule.briefTitle"

    def test_accepts_our_tables(self):
        result = self.generate()
        self.assertEqual(result.returncode, 0, result.stderr)

    def test_orphan(self):
        self.rejected("nodes.tsv", [self.TITLE], "path", "protocolSection.nowhere.briefTitle", "does not stand above it")

    def test_repeated_piece(self):
        self.rejected("nodes.tsv", [self.TITLE], "piece", "NCTId", "stands already")

    def test_unknown_type(self):
        self.rejected("nodes.tsv", [self.TITLE], "type", "txt", "unknown type txt")

    def test_enum_flag_without_codes(self):
        self.rejected("nodes.tsv", [self.TITLE], "flags", "enum", "disagree")

    def test_unknown_flag(self):
        self.rejected("nodes.tsv", [self.TITLE], "flags", "lists", "unknown flag")

    def test_limit_that_is_no_number(self):
        self.rejected("nodes.tsv", [self.TITLE], "limit", "many", "no number")

    def test_label_beside_itself(self):
        label = [row for row in read_rows(os.path.join(self.schema, "nodes.tsv"))
                 if row[0].endswith("identificationModule.officialTitle")][0][-2]
        self.rejected("nodes.tsv", ["protocolSection.identificationModule.acronym"], "label", label, "stands beside itself")

    def test_empty_label(self):
        self.rejected("nodes.tsv", [self.TITLE], "label", "", "label is empty")

    def test_text_that_restates_its_label(self):
        self.change("nodes.tsv", [self.TITLE], "label", "Brief title")
        self.rejected("nodes.tsv", [self.TITLE], "explanation", "The brief title of the study.", "only restates its label")

    def test_text_used_twice_even_across_tables(self):
        text = [row for row in read_rows(os.path.join(self.schema, "nodes.tsv")) if row[0] == self.TITLE][0][-1]
        self.rejected("enums.tsv", ["Phase", "PHASE2"], "explanation", text, "stands already")

    def test_text_that_is_no_sentence(self):
        self.rejected("enums.tsv", ["Phase", "PHASE2"], "explanation", "measures whether the treatment works at all", "not a sentence")

    def test_code_twice(self):
        self.rejected("enums.tsv", ["Phase", "PHASE3"], "value", "PHASE2", "stands twice")

    def test_area_with_unknown_piece(self):
        self.rejected("search_areas.tsv", ["SponsorSearch"], "pieces", "SponsorName", "there is no piece SponsorName")

    def test_missing_cell(self):
        path = os.path.join(self.schema, "nodes.tsv")
        rows = read_rows(path)
        rows[9].pop()
        with open(path, "w", encoding="utf-8") as file:
            file.writelines("\t".join(row) + "\n" for row in rows)
        result = self.generate()
        self.assertNotEqual(result.returncode, 0)
        self.assertIn("nodes.tsv:10:", result.stderr)


if __name__ == "__main__":
    unittest.main()
