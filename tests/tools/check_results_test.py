#!/usr/bin/env python3
"""trialdex check-results on the command line: what it takes, prints and exits with.

usage: check_results_test.py TRIALDEX
"""

import json
import subprocess
import sys
import tempfile
import unittest

PROGRAM = sys.argv.pop(1)


def study(number, died):
    return {
        "protocolSection": {"identificationModule": {"nctId": f"NCT{number:08}", "briefTitle": "Walks"}},
        "resultsSection": {"adverseEventsModule": {"frequencyThreshold": "0", "eventGroups": [
            {"id": "EG000", "title": "Drug", "deathsNumAffected": died, "deathsNumAtRisk": 8}]}},
    }


class CheckResults(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        without = {"protocolSection": study(3, 0)["protocolSection"]}
        lines = "\n".join(map(json.dumps, [study(1, 9), study(2, 3), without]))
        made = subprocess.run([PROGRAM, "import", "-", "--data", cls.folder.name, "--quiet"], input=lines, text=True, capture_output=True)
        assert made.returncode == 0, made.stderr

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def run_it(self, *arguments, given=""):
        done = subprocess.run([PROGRAM, "check-results", *arguments, "--data", self.folder.name], input=given, text=True, capture_output=True)
        return done.returncode, done.stdout, done.stderr

    def test_a_finding_is_printed_and_is_no_failure(self):
        code, out, _ = self.run_it("NCT00000001")
        self.assertEqual(code, 0)
        self.assertIn("resultsSection/adverseEventsModule/eventGroups/0", out)
        self.assertIn("affected-above-at-risk: In “Drug”, 9 died, more than the 8 at risk.", out)

    def test_sound_and_without_results(self):
        code, out, _ = self.run_it("NCT2", "nct3")
        self.assertEqual(code, 0)
        self.assertIn("NCT00000002  nothing found that does not add up", out)
        self.assertIn("NCT00000003  has no results", out)

    def test_json_is_a_line_a_study(self):
        _, out, _ = self.run_it("NCT00000001", "NCT00000003", "--json")
        first, third = map(json.loads, out.splitlines())
        self.assertEqual(first["nctId"], "NCT00000001")
        self.assertEqual(first["findings"][0]["kind"], "affected-above-at-risk")
        self.assertEqual(first["findings"][0]["more"], 0)
        self.assertEqual((third["hasResults"], third["findings"]), (False, []))

    def test_all_and_standard_input(self):
        code, out, _ = self.run_it("--all")
        self.assertEqual(code, 0)
        self.assertIn("2 studies, 2 with results, 1 of these with findings", out)
        _, same, _ = self.run_it("-", "--json", given="NCT00000001\nNCT00000002\n")
        self.assertEqual(len(same.splitlines()), 2)

    def test_wrong_usage_and_missing_studies(self):
        self.assertEqual(self.run_it()[0], 2)
        self.assertEqual(self.run_it("--all", "NCT00000001")[0], 2)
        self.assertEqual(self.run_it("walks")[0], 2)
        code, out, error = self.run_it("NCT00000009", "NCT00000001")
        self.assertEqual(code, 3)
        self.assertIn("NCT00000009", error)
        self.assertIn("9 died", out)

    def test_help_has_examples(self):
        code, out, _ = self.run_it("--help")
        self.assertEqual(code, 0)
        self.assertIn("trialdex check-results NCT", out)


if __name__ == "__main__":
    unittest.main()
