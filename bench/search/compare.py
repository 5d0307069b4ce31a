#!/usr/bin/env python3
"""Lucene and trialdex on the same queries over the same studies: ratios by class, and whether the totals agree.

usage: compare.py SEARCH_BENCH REGISTRY PEER_CLASSES PEER_INDEX QUERIES [REPEATS]

PEER_CLASSES is the folder with LuceneBench.class, PEER_INDEX the index it built. See README.md. Exit code 1 when a target is
missed or totals differ by more than 1 %.
"""

import glob
import re
import subprocess
import sys

JARS = ["lucene-core", "lucene-analyzers-common", "lucene-facet", "lucene-queries", "jackson-databind", "jackson-core",
        "jackson-annotations"]
TARGETS = {"topk": 3, "full": 10}  # times as fast, at the median and at the 95th percentile of all queries
AGREEMENT = 0.01
LINE = re.compile(r"(\w+) (\w+) +(\S+) +n +(\d+) p50_us +(\d+) p95_us +(\d+) p99_us +(\d+) hits (\d+)")


def class_path(classes):
    jars = []
    for name in JARS:
        found = [jar for jar in glob.glob(f"/usr/share/java/{name}*.jar") if re.search(rf"/{name}(-[\d.]+)?\.jar$", jar)]
        if not found:
            sys.exit(f"There is no {name}.jar in /usr/share/java; README.md names the packages.")
        jars.append(sorted(found)[-1])
    return ":".join([classes, *jars])


def measure(command):
    output = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout
    print(output, end="")
    rows = {}
    for match in LINE.finditer(output):
        rows[match[2], match[3]] = {"p50": int(match[5]), "p95": int(match[6]), "hits": int(match[8])}
    return rows


def ratio(theirs, ours):
    return theirs / max(ours, 1)


def compare(theirs, ours):
    sound = True
    print(f"\n{'mode':<5} {'class':<10} {'p50':>14} {'p95':>14} {'totals':>10}   (times as fast; trialdex against Lucene)")
    for (mode, kind), peer in theirs.items():
        own = ours[mode, kind]
        cells = []
        for share in ("p50", "p95"):
            times = ratio(peer[share], own[share])
            missed = kind == "ALL" and times < TARGETS[mode]
            sound &= not missed
            cells.append(f"{times:.1f}{' below ' + str(TARGETS[mode]) if missed else ''}")
        # Lucene's topk stops counting early, so only full totals can be compared.
        totals = ""
        if mode == "full" and kind != "ALL":
            difference = (own["hits"] - peer["hits"]) / max(peer["hits"], 1)
            totals = f"{difference:+.2%}"
            sound &= abs(difference) <= AGREEMENT
        print(f"{mode:<5} {kind:<10} {cells[0]:>14} {cells[1]:>14} {totals:>10}")
    return sound


def main():
    if len(sys.argv) not in (6, 7):
        sys.exit(__doc__)
    bench, registry, classes, index, queries = sys.argv[1:6]
    repeats = sys.argv[6] if len(sys.argv) == 7 else "20"
    theirs = measure(["java", "-Xmx4g", "-cp", class_path(classes), "LuceneBench", "query", index, queries, repeats])
    ours = measure([bench, "query", registry, queries, repeats])
    if set(theirs) != set(ours):
        sys.exit("The two programs did not measure the same classes of queries.")
    sys.exit(0 if compare(theirs, ours) else 1)


if __name__ == "__main__":
    main()
