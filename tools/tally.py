#!/usr/bin/env python3
"""Adds up what ./test ran: names what failed or was skipped, and ends with "N passed, N failed, N skipped".

usage: tally.py FOLDER   with ctest's JUnit files (*.xml), node's TAP files (*.tap) and checks.txt ("passed NAME")
A GoogleTest program counts with each of its tests, any other program of ctest as one.
"""

import glob
import os
import re
import sys
import xml.etree.ElementTree as ElementTree


class Tally:
    def __init__(self):
        self.passed, self.failed, self.skipped = 0, [], []

    def add(self, word, name):
        if word == "passed":
            self.passed += 1
        else:
            (self.failed if word == "failed" else self.skipped).append(name)


def google_tests(tally, program, output):
    """Counts from the lines of --gtest_brief=1; False when there are none, because it is another program or crashed."""
    passed = re.search(r"^\[  PASSED  \] (\d+) tests?\.", output, re.MULTILINE)
    if not passed:
        return False
    tally.passed += int(passed[1])
    for name in re.findall(r"^\[  FAILED  \] ([^\s,]+)", output, re.MULTILINE):
        tally.add("failed", f"{program}: {name}")
    skipped = re.search(r"^\[  SKIPPED \] (\d+) tests?", output, re.MULTILINE)
    # Brief output says why a test was skipped ("file:line: Skipped", then the reason), not which one it was.
    reasons = re.findall(r": Skipped\n(.*)", output)
    for i in range(int(skipped[1]) if skipped else 0):
        tally.add("skipped", f"{program}: {reasons[i] if i < len(reasons) else 'no reason given'}")
    return True


def ctest(tally, path):
    preset = os.path.basename(path)[: -len(".xml")]
    for case in ElementTree.parse(path).getroot().iter("testcase"):
        program, status = f"{preset} {case.get('name')}", case.get("status")
        output = case.findtext("system-out") or ""
        counted = google_tests(tally, program, output)
        if status == "fail" and (not counted or not re.search(r"^\[  FAILED  \]", output, re.MULTILINE)):
            tally.add("failed", program)
        elif status in ("notrun", "disabled"):
            tally.add("skipped", f"{program}: {output.strip().splitlines()[-1] if output.strip() else status}")
        elif not counted and status == "run":
            tally.add("passed", program)


def tap(tally, path):
    """Node's TAP: lines like "    ok 1 - name # SKIP reason", deeper ones being parts of the next shallower one. A test
    that has parts counts by them, and itself only when it failed though none of them did."""
    parts_failed = {}  # depth → whether one failed, for the depths whose parent is still to come
    for line in open(path, encoding="utf-8"):
        found = re.match(r"( *)(not ok|ok) \d+ - (.*)", line)
        if not found:
            continue
        depth, failed = len(found[1]) // 4, found[2] == "not ok"
        part_failed = parts_failed.pop(depth + 1, None)
        parts_failed[depth] = parts_failed.get(depth, False) or failed
        name, skip, reason = found[3].partition(" # SKIP")
        if skip:
            tally.add("skipped", f"{name}:{reason}")
        elif failed and not part_failed:
            tally.add("failed", name)
        elif not failed and part_failed is None:
            tally.add("passed", name)


def main():
    folder, tally = sys.argv[1], Tally()
    for path in sorted(glob.glob(os.path.join(folder, "*.xml"))):
        ctest(tally, path)
    for path in sorted(glob.glob(os.path.join(folder, "*.tap"))):
        tap(tally, path)
    checks = os.path.join(folder, "checks.txt")
    if os.path.exists(checks):
        for line in open(checks, encoding="utf-8"):
            tally.add(*line.split(maxsplit=1))
    for name in tally.skipped:
        print(f"   skipped: {name.strip()}")
    for name in tally.failed:
        print(f"   FAILED: {name.strip()}")
    print(f"{tally.passed} passed, {len(tally.failed)} failed, {len(tally.skipped)} skipped")
    sys.exit(1 if tally.failed or tally.passed == 0 else 0)


if __name__ == "__main__":
    main()
