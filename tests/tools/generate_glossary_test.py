#!/usr/bin/env python3
"""The glossary generator accepts our table and rejects each kind of wrong row with file and line.

usage: generate_glossary_test.py REPOSITORY
"""

import os
import subprocess
import sys
import tempfile
import unittest

ROOT = os.path.abspath(sys.argv.pop(1) if len(sys.argv) > 1 and not sys.argv[1].startswith("-") else ".")
HEADER = "term\talso\texplanation\n"
BIOPSY = "Biopsy\tbiopsies; core biopsy\tTaking a small piece of tissue to look at it closely.\n"


class GenerateGlossary(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def generate(self, schema):
        return subprocess.run([sys.executable, os.path.join(ROOT, "tools/generate_glossary.py"), schema,
                               os.path.join(self.folder, "glossary.cpp")], capture_output=True, text=True, check=False)

    def generate_rows(self, rows):
        with open(os.path.join(self.folder, "glossary.tsv"), "w", encoding="utf-8") as file:
            file.write(HEADER + BIOPSY + rows)
        return self.generate(self.folder)

    def rejected(self, row, reason):
        result = self.generate_rows(row)
        self.assertNotEqual(result.returncode, 0)
        self.assertIn("glossary.tsv:3:", result.stderr)
        self.assertIn(reason, result.stderr)

    def test_accepts_our_table(self):
        result = self.generate(os.path.join(ROOT, "schema"))
        self.assertEqual(result.returncode, 0, result.stderr)

    def test_longer_forms_come_first_and_capitals_count_where_there_are_two(self):
        result = self.generate_rows("Liver enzyme\tAST\tA substance of the liver that is measured in the blood.\n")
        self.assertEqual(result.returncode, 0, result.stderr)
        with open(os.path.join(self.folder, "glossary.cpp"), encoding="utf-8") as file:
            text = file.read()
        self.assertLess(text.index('{"core biopsy", 0, false}'), text.index('{"biopsy", 0, false}'))
        self.assertIn('{"AST", 1, true}', text)

    def test_form_twice(self):
        self.rejected("Tissue\tBIOPSIES; biopsy\tWhat the body is made of.\n", "“biopsy” stands already in line 2")

    def test_explanation_twice(self):
        self.rejected("Piece\t\tTaking a small piece of tissue to look at it closely.\n", "stands already")

    def test_no_sentence(self):
        self.rejected("Tissue\t\tWhat the body is made of\n", "not a sentence")

    def test_advice(self):
        self.rejected("Tissue\t\tWhat you should know of.\n", "gives advice")

    def test_too_long(self):
        self.rejected("Tissue\t\t" + "word " * 31 + "end.\n", "more than 30 words")


if __name__ == "__main__":
    unittest.main()
