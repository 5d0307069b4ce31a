#!/usr/bin/env python3
"""An import that is cut off: kill -9 at twenty random moments, and Ctrl-C. Afterwards the registry is sound, holds all
that was there to read before the end, and the same import goes on to completion.

usage: import_test.py TRIALDEX [SEED]
"""

import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time

STUDIES = 2500
FIRST = 60  # studies that most registries begin with: enough to train the dictionary, which takes longest
KILLS = 20
KILLS_A_REGISTRY = 4  # then a fresh one: later kills in the same one meet less and less that is new


def expect(truth, what):
    if not truth:
        sys.exit(f"FAILED: {what}")


class Registry:
    def __init__(self, program, folder):
        self.program, self.folder = program, folder

    def run(self, *words):
        command = [self.program, words[0], "--data", self.folder, *words[1:]]
        return subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL)

    def start_import(self, path):
        command = [self.program, "import", "--data", self.folder, "--json", "--no-index", path]
        return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True)

    def studies(self):
        """As another program reads them now; 0 while there is no registry yet."""
        stats = self.run("stats", "--json")
        return json.loads(stats.stdout)["studies"] if stats.returncode == 0 else 0

    def expect_sound(self, when):
        check = self.run("check")
        expect(check.returncode == 0, f"{when}, check ended with {check.returncode}:\n{check.stdout}{check.stderr}")


def whole_import(registry, path):
    done = registry.run("import", "--json", "--no-index", path)
    expect(done.returncode == 0, f"the import ended with {done.returncode}:\n{done.stderr}")
    return json.loads(done.stdout)


def kill_at(registry, path, moment):
    """Returns how many studies could be read just before the kill; None when the import was faster."""
    begin, seen = time.monotonic(), 0
    running = registry.start_import(path)
    while (left := begin + moment - time.monotonic()) > 0 and running.poll() is None:
        # A reader beside the writer: what it sees is acknowledged.
        if os.path.exists(registry.folder):
            seen = max(seen, registry.studies())
        time.sleep(min(max(left, 0), 0.02))
    running.kill()
    running.communicate()
    return seen if running.returncode == -signal.SIGKILL else None


class Scene:
    """The files to import, and how long that takes here."""

    def __init__(self, program, folder):
        self.program, self.folder, self.registries = program, folder, 0
        self.path, self.first = os.path.join(folder, "studies.ndjson"), os.path.join(folder, "first.ndjson")
        subprocess.run([program, "demo", "--studies", str(STUDIES), "--out", self.path], check=True, stdout=subprocess.DEVNULL)
        with open(self.path, encoding="utf-8") as studies, open(self.first, "w", encoding="utf-8") as first:
            first.writelines(next(studies) for _ in range(FIRST))
        timed = self.registry()
        begin = time.monotonic()
        whole_import(timed, self.path)
        self.duration = time.monotonic() - begin
        print(f"an import of {STUDIES} studies, {os.path.getsize(self.path) / 1e6:.0f} MB, takes {self.duration:.2f} s")

    def registry(self, is_empty=False):
        self.registries += 1
        registry = Registry(self.program, os.path.join(self.folder, f"registry-{self.registries}"))
        os.mkdir(registry.folder)
        if not is_empty:
            whole_import(registry, self.first)
        return registry


def kills(scene, chance):
    killed, attempts = 0, 0
    while killed < KILLS:
        registry, there = scene.registry(is_empty=killed == 0), 0
        for _ in range(KILLS_A_REGISTRY):
            attempts += 1
            expect(attempts < 4 * KILLS, f"only {killed} of {attempts} imports were slow enough to be killed")
            moment = chance.uniform(0, scene.duration)
            seen = kill_at(registry, scene.path, moment)
            there = registry.studies()
            if seen is None:
                print(f"  the import was over before {moment:.2f} s")
                break
            killed += 1
            print(f"  killed after {moment:.2f} s: {seen} studies were seen before, {there} are there")
            expect(there >= seen, f"{seen - there} studies that were there are lost")
            if os.listdir(registry.folder):
                registry.expect_sound(f"after a kill at {moment:.2f} s")
        expect_whole(registry, scene.path, there)


def expect_whole(registry, path, there):
    report = whole_import(registry, path)
    expect(report["new"] == STUDIES - there, f"{there} studies were there, but {report['new']} were new")
    expect(report["read"] == STUDIES and report["refused"] == 0, f"the report does not add up: {report}")
    expect(registry.studies() == STUDIES, "not all studies are there")
    registry.expect_sound("after the import went on")
    again = whole_import(registry, path)
    expect(again["unchanged"] == STUDIES, f"the records are not those of the file: {again}")


def interrupt(scene, signal_number):
    for part in (2, 4, 8, 16, 64):  # a machine may be faster now than it was: then earlier
        registry = scene.registry()
        running = registry.start_import(scene.path)
        time.sleep(scene.duration / part)
        running.send_signal(signal_number)
        output, errors = running.communicate()
        if running.returncode != 0:
            break
        # Otherwise the file was through before the signal came.
    expect(running.returncode == 3, f"an interrupted import ended with {running.returncode}: {errors}")
    expect("stopping" in errors, f"it did not say that it stops: {errors}")
    report = json.loads(output)
    expect(report["stopped"], "the report does not say that it stopped")
    expect(report["new"] + FIRST == registry.studies(), "the report does not say what is there")
    registry.expect_sound("after an interrupt")
    print(f"  signal {signal_number}: stopped with {registry.studies()} of {STUDIES} studies in")
    expect_whole(registry, scene.path, registry.studies())


def second_writer(scene):
    registry = scene.registry()
    command = [scene.program, "import", "--data", registry.folder, "--quiet", "-"]
    first = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(0.5)
    second = registry.run("import", scene.path)
    expect(first.poll() is None, "the first import did not wait for its input")
    expect(second.returncode == 3, f"a second import at the same time ended with {second.returncode}")
    expect(len(second.stderr.strip().splitlines()) == 1, f"it said more or less than one line: {second.stderr}")
    print(f"  a second import at the same time: {second.stderr.strip()}")
    first.stdin.close()
    first.wait()
    registry.expect_sound("after two imports at once")


def main():
    program = os.path.abspath(sys.argv[1])
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else random.randrange(10**6)
    print(f"seed {seed}")
    with tempfile.TemporaryDirectory(prefix="trialdex-crash-") as folder:
        scene = Scene(program, folder)
        kills(scene, random.Random(seed))
        interrupt(scene, signal.SIGINT)
        interrupt(scene, signal.SIGTERM)
        second_writer(scene)
    print("sound")


if __name__ == "__main__":
    main()
