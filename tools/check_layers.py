#!/usr/bin/env python3
"""Includes go downward only. The order of the modules is the order of the table in src/README.md.

usage: check_layers.py [REPOSITORY]
"""

import os
import re
import sys

# A heavy or replaceable library is seen by these modules only (src/README.md says why).
LIBRARIES = {
    r"simdjson\.h": {"study"},
    r"sqlite3\.h": {"store"},
    r"zstd|zdict": {"store", "ingest"},
    r"libdeflate\.h": {"ingest", "http"},
    r"zlib\.h": {"ingest"},
    r"md4c": {"web"},
    r"boost/": {"http"},
    r"CLI/": {"cli"},
}


def module_order(readme):
    with open(readme, encoding="utf-8") as file:
        return re.findall(r"^\| `(\w+)` \|", file.read(), re.MULTILINE)


def check_file(path, module, order):
    for number, line in enumerate(open(path, encoding="utf-8"), start=1):
        found = re.match(r'\s*#include\s+(["<])([^">]+)[">]', line)
        if not found:
            continue
        kind, name = found.groups()
        if kind == '"':
            target = name.split("/")[0]
            if target not in order:
                yield f"{path}:{number}: {name} is not below src/"
            elif order.index(target) > order.index(module):
                yield f"{path}:{number}: {module} must not know {target}, which stands above it"
        for pattern, allowed in LIBRARIES.items():
            if kind == "<" and re.match(pattern, name) and module not in allowed:
                yield f"{path}:{number}: <{name}> belongs to {', '.join(sorted(allowed))} only"


def main():
    root = sys.argv[1] if len(sys.argv) > 1 else "."
    source = os.path.join(root, "src")
    order = module_order(os.path.join(source, "README.md"))
    folders = {name for name in os.listdir(source) if os.path.isdir(os.path.join(source, name))}
    problems = [f"src/README.md does not list src/{name}" for name in sorted(folders - set(order))]
    files = 0
    for module in order:
        for folder, _, names in os.walk(os.path.join(source, module)):
            for name in sorted(names):
                if name.endswith((".h", ".cpp")):
                    files += 1
                    problems += check_file(os.path.join(folder, name), module, order)
    for problem in problems:
        print(problem)
    print(f"layers: {files} files in {len(order)} modules, {len(problems)} problems")
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
