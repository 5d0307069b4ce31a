#!/usr/bin/env python3
"""The facet generator accepts our tables and rejects each kind of wrong one with file and line.

usage: generate_facets_test.py REPOSITORY
"""

import os
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = os.path.abspath(sys.argv.pop(1) if len(sys.argv) > 1 and not sys.argv[1].startswith("-") else ".")


class GenerateFacets(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder)
        self.schema = os.path.join(self.folder, "schema")
        shutil.copytree(os.path.join(ROOT, "schema"), self.schema)

    def generate(self):
        return subprocess.run([sys.executable, os.path.join(ROOT, "tools/generate_facets.py"), self.schema,
                               os.path.join(self.folder, "facets.cpp")], capture_output=True, text=True, check=False)

    def rejected(self, table, old, new, reason):
        """Replaces `old`, which stands in exactly one line, and expects the failure to name that line."""
        path = os.path.join(self.schema, table)
        with open(path, encoding="utf-8") as file:
            lines = file.readlines()
        (number,) = [number for number, line in enumerate(lines) if old in line]
        lines[number] = lines[number].replace(old, new)
        with open(path, "w", encoding="utf-8") as file:
            file.writelines(lines)
        result = self.generate()
        self.assertNotEqual(result.returncode, 0)
        self.assertIn(f"{table}:{number + 1}:", result.stderr)
        self.assertIn(reason, result.stderr)

    def test_accepts_our_tables(self):
        result = self.generate()
        self.assertEqual(result.returncode, 0, result.stderr)

    def test_facet_twice(self):
        self.rejected("facets.tsv", "phase\tPhase", "status\tPhase", "stands already")

    def test_unknown_kind(self):
        self.rejected("facets.tsv", "values\tLocationCountry", "value\tLocationCountry", "unknown kind")

    def test_unknown_piece(self):
        self.rejected("facets.tsv", "values\tLocationCountry", "values\tCountry", "no piece Country")

    def test_years_of_a_text(self):
        self.rejected("facets.tsv", "values\tLocationCountry", "years\tLocationCountry", "no date")

    def test_facet_without_choices(self):
        self.rejected("facets.tsv", "values\tLocationCountry", "choices\t", "does it have choices")

    def test_text_that_is_no_sentence(self):
        self.rejected("facets.tsv", "is expected to be.", "is expected to be", "not a sentence")

    def test_key_twice(self):
        self.rejected("facet_choices.tsv", "phase\t3", "phase\t2", "stands already")

    def test_choice_of_no_facet(self):
        self.rejected("facet_choices.tsv", "docs\tsap", "doc\tsap", "no facet doc")

    def test_code_that_the_piece_lacks(self):
        self.rejected("facet_choices.tsv", "AREA[Phase]PHASE4", "AREA[Phase]PHASE5", "Phase cannot be PHASE5")

    def test_truth_of_a_code(self):
        self.rejected("facet_choices.tsv", "AREA[HealthyVolunteers]true", "AREA[HealthyVolunteers]yes", "cannot be yes")

    def test_expression_without_a_piece(self):
        self.rejected("facet_choices.tsv", "AREA[Sex]MALE", "MALE", "asks nothing")


if __name__ == "__main__":
    unittest.main()
