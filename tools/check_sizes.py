#!/usr/bin/env python3
"""One job a file: prints how long the files are and fails past the cap. Tables of data do not count.

usage: check_sizes.py [REPOSITORY]
"""

import os
import sys

CAPS = {"src": 600, "tools": 600, "assets": 900, "tests": 800}
ENDINGS = (".h", ".cpp", ".py", ".mjs", ".css")


def lengths(folder):
    result = []
    for place, _, names in os.walk(folder):
        for name in names:
            if name.endswith(ENDINGS):
                path = os.path.join(place, name)
                with open(path, encoding="utf-8") as file:
                    result.append((sum(1 for _ in file), path))
    return sorted(result)


def main():
    root, failed = sys.argv[1] if len(sys.argv) > 1 else ".", False
    for folder, cap in CAPS.items():
        files = lengths(os.path.join(root, folder))
        if not files:
            continue
        tenth = files[len(files) * 9 // 10][0]
        print(f"sizes: {folder}: {len(files)} files, median {files[len(files) // 2][0]}, 90 % up to {tenth}, longest {files[-1][0]}")
        for length, path in files:
            if length > cap:
                print(f"{path}: {length} lines, more than {cap}: which two jobs does it do?")
                failed = True
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
