#!/usr/bin/env python3
"""clang-tidy over our sources, but only over those that changed since it last found nothing in them.

usage: tidy.py BUILD_FOLDER   which must be built: ninja's record of includes tells what a source depends on
"""

import concurrent.futures
import hashlib
import json
import os
import shlex
import subprocess
import sys


def includes(build):
    """Object file → files of ours that it was made from, as ninja saw it."""
    result, current = {}, None
    deps = subprocess.run(["ninja", "-C", build, "-t", "deps"], capture_output=True, text=True, check=True).stdout
    for line in deps.splitlines():
        if line.startswith("    "):
            result[current].append(os.path.normpath(os.path.join(build, line.strip())))
        elif ":" in line:
            current = line.split(":")[0]
            result[current] = []
    return result


def fingerprint(command, files, settings, root):
    digest = hashlib.sha256(settings + command.replace(root, "").encode())
    for path in sorted(files):
        if path.startswith(root):
            digest.update(path[len(root) :].encode())
            with open(path, "rb") as file:
                digest.update(file.read())
    return digest.hexdigest()


def marks_folder():
    """Beside the compiler cache in the home folder, so that other clones find it; in the build when there is no home."""
    for folder in (os.path.expanduser("~/.cache/trialdex-tidy"), "build/tidy"):
        try:
            os.makedirs(folder, exist_ok=True)
            return folder
        except OSError:
            continue
    sys.exit("tidy: no folder can be written to")


def main():
    build, root, passed = os.path.abspath(sys.argv[1]), os.getcwd() + "/", marks_folder()
    with open(".clang-tidy", "rb") as file:
        settings = file.read()
    with open(os.path.join(build, "compile_commands.json"), encoding="utf-8") as file:
        commands = json.load(file)
    known = includes(build)

    work = {}  # source → the mark that says it is clean
    for entry in commands:
        source = entry["file"]
        if not source.startswith(root + "src/"):
            continue
        words = shlex.split(entry["command"])
        files = known.get(words[words.index("-o") + 1], [source])
        mark = os.path.join(passed, fingerprint(entry["command"], files, settings, root))
        if not os.path.exists(mark):
            work[source] = mark

    def tidy(source):
        # g++ has warning options that clang does not know.
        command = ["clang-tidy-19", "-p", build, "--quiet", "--extra-arg=-Wno-unknown-warning-option", source]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode == 0:
            open(work[source], "w").close()
            return True
        print(done.stdout, flush=True)
        return False

    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        clean = list(pool.map(tidy, sorted(work)))
    print(f"tidy: {len(clean)} files looked at, {clean.count(False)} with findings")
    sys.exit(0 if all(clean) else 1)


if __name__ == "__main__":
    main()
