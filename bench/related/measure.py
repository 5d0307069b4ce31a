#!/usr/bin/env python3
"""Scores related trials on the judged sets, aspect by aspect, beside Lucene's MoreLikeThis.

usage: measure.py TRIALDEX REGISTRY [--peer CLASSES INDEX] [--shared FOLDER]      (see README.md)
"""

import argparse
import collections
import glob
import json
import os
import re
import subprocess
import sys
import tempfile

SETS = ("corelevant_mpss", "corelevant_sigir")
ASPECTS = ("condition", "intervention", "population", "outcome", "design", "wording")
METRICS = ("nDCG@10", "P@10", "MAP")
JARS = ("lucene-core", "lucene-analyzers-common", "lucene-facet", "lucene-queries", "jackson-databind", "jackson-core",
        "jackson-annotations")


def score(shared, collection, run, judged_only):
    with tempfile.NamedTemporaryFile("w", suffix=".run") as file:
        file.write(run)
        file.flush()
        qrels = os.path.join(shared, "data/relevance", collection, "qrels.txt")
        command = [sys.executable, os.path.join(shared, "tools/eval_related.py"), qrels, file.name, "--json"]
        out = subprocess.run(command + (["--judged-only"] if judged_only else []), check=True, capture_output=True, text=True)
        return json.loads(out.stdout)["mean"]


def ours(arguments, topics, weights):
    command = [arguments.trialdex, "related", "--data", arguments.registry, "--run", topics]
    return subprocess.run(command + (["--weights", weights] if weights else []), check=True, capture_output=True, text=True).stdout


def class_path(classes):
    jars = [jar for name in JARS for jar in sorted(glob.glob(f"/usr/share/java/{name}*.jar"))[-1:]
            if re.search(rf"/{name}(-[\d.]+)?\.jar$", jar)]
    return ":".join([classes, *jars])


def peers(arguments, topics):
    names = collections.defaultdict(list)  # a study may be asked about by several topics
    with open(topics, encoding="utf-8") as lines:
        for topic in map(json.loads, lines):
            names[topic["query_nct"]].append(topic["id"])
    classes, index = arguments.peer
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as ids:
        ids.write("\n".join(names) + "\n")
        ids.flush()
        command = ["java", "-Xmx4g", "-cp", class_path(classes), "LuceneBench", "similar", index, ids.name, "1"]
        run = subprocess.run(command, check=True, capture_output=True, text=True).stderr
    rows = [line.split() for line in run.splitlines() if " Q0 " in line]
    return "".join(f"{topic} Q0 {row[2]} {row[3]} {row[4]} peer\n" for row in rows for topic in names[row[0]])


def show(arguments, name, collection, run):
    cells = []
    for judged_only in (False, True):
        means = score(arguments.shared, collection, run, judged_only)
        cells += [f"{means[metric]:9.3f}" for metric in METRICS]
    print(f"{collection:18} {name:28}" + "".join(cells), flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("trialdex")
    parser.add_argument("registry")
    parser.add_argument("--peer", nargs=2, metavar=("CLASSES", "INDEX"))
    parser.add_argument("--shared", default=os.path.join(os.path.dirname(__file__), "../../../shared"))
    arguments = parser.parse_args()
    print(f"{'':47}" + "".join(f"{name:>9}" for name in METRICS) + "   and among judged ones only")
    for collection in SETS:
        topics = os.path.join(arguments.shared, "data/relevance", collection, "topics.jsonl")
        if arguments.peer:
            show(arguments, "Lucene MoreLikeThis", collection, peers(arguments, topics))
        show(arguments, "trialdex", collection, ours(arguments, topics, ""))
        for aspect in ASPECTS:
            show(arguments, f"without {aspect}", collection, ours(arguments, topics, f"{aspect}:0"))
            others = ",".join(f"{other}:0" for other in ASPECTS if other != aspect)
            show(arguments, f"{aspect} alone", collection, ours(arguments, topics, others))


main()
