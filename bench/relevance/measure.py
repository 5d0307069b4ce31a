#!/usr/bin/env python3
"""Scores the order of hits on judged topics, beside a plain BM25.

usage: measure.py TRIALDEX REGISTRY [--shared FOLDER]      (see README.md)
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile

from plain_bm25 import Bm25

RUNS = [("mpss_2023", "text"), ("sigir_2016", "clinician_a"), ("sigir_2016", "clinician_b"), ("sigir_2016", "clinician_c"),
        ("sigir_2016", "clinician_d"), ("sigir_2016", "human_summary")]
METRICS = ("nDCG@10", "P@10", "MAP")


def topics_of(path, field):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            topic = json.loads(line)
            text = topic.get(field) or ""
            yield topic["id"], " ".join(text) if isinstance(text, list) else text


def score(shared, collection, run):
    with tempfile.NamedTemporaryFile("w", suffix=".run") as file:
        file.write(run)
        file.flush()
        qrels = os.path.join(shared, "data/relevance", collection, "qrels.txt")
        scorer = os.path.join(shared, "tools/eval_related.py")
        out = subprocess.run([sys.executable, scorer, qrels, file.name, "--json"], check=True, capture_output=True, text=True)
        return json.loads(out.stdout)["mean"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("trialdex")
    parser.add_argument("registry")
    parser.add_argument("--shared", default=os.path.join(os.path.dirname(__file__), "../../../shared"))
    arguments = parser.parse_args()
    documents = os.path.join(arguments.shared, "data/relevance/documents.ndjson.zst")
    bm25 = Bm25(subprocess.run(["zstd", "-dc", documents], check=True, capture_output=True).stdout.splitlines())
    print(f"{'topics':26} {'':9}" + "".join(f"{name:>9}" for name in METRICS))
    for collection, field in RUNS:
        topics = os.path.join(arguments.shared, "data/relevance", collection, "topics.jsonl")
        ours = subprocess.run([arguments.trialdex, "search", "--data", arguments.registry, "--run", topics, "--field", field],
                              check=True, capture_output=True, text=True).stdout
        plain = "".join(f"{topic} Q0 {study} {rank} {value} bm25\n" for topic, text in topics_of(topics, field)
                        for rank, (study, value) in enumerate(bm25.best(text), 1))
        for name, run in (("trialdex", ours), ("BM25", plain)):
            means = score(arguments.shared, collection, run)
            print(f"{collection + ':' + field:26} {name:9}" + "".join(f"{means[metric]:9.3f}" for metric in METRICS))


main()
