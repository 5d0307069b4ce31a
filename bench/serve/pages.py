#!/usr/bin/env python3
"""Server time of study and module pages, from the server's own log: median and 99th percentile over a whole registry.

usage: pages.py TRIALDEX DATA_FOLDER IDS [STUDIES]

Starts `TRIALDEX serve`, asks for the study page, the description module page and the record by id of up to STUDIES studies spread over the
registry (IDS: a text or NDJSON file with an id in each line; default 1000; every answer must be 200), and prints one line a kind. Connections are kept alive; one request at a time.
"""

import collections
import http.client
import json
import re
import subprocess
import sys

KINDS = {
    "study page": "/study/{id}",
    "module page": "/study/{id}/protocolSection/descriptionModule",
    "record by id": "/api/v2/studies/{id}",
}


def study_ids(path, limit):
    with open(path, encoding="utf-8", errors="replace") as file:
        found = [match.group(0) for match in (re.search(r"NCT\d{8}", line) for line in file) if match]
    return found[::max(1, len(found) // limit)]


def percentile(values, share):
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def main():
    program, data, ids_file = sys.argv[1:4]
    ids = study_ids(ids_file, int(sys.argv[4]) if len(sys.argv) > 4 else 1000)
    server = subprocess.Popen([program, "serve", "--data", data, "--port", "0"], stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, text=True)
    port = int(re.search(r":(\d+)\s", server.stdout.readline()).group(1))
    connection = http.client.HTTPConnection("127.0.0.1", port)
    sizes = collections.defaultdict(list)
    asked = []
    times = collections.defaultdict(list)
    for kind, path in KINDS.items():
        for study in ids:
            connection.request("GET", path.format(id=study))
            answer = connection.getresponse()
            body = answer.read()
            assert answer.status == 200, (path, study, answer.status)
            sizes[kind].append(len(body))
            asked.append(kind)
            while not (took := re.search(r"(\d+) ?(?:µs|us)", server.stderr.readline())):
                pass  # what the server says of itself: that there is no index yet
            times[kind].append(int(took.group(1)))
    server.terminate()
    for kind in KINDS:
        print(json.dumps({"what": kind, "answers": len(times[kind]), "median_us": percentile(times[kind], 0.5),
                          "p99_us": percentile(times[kind], 0.99), "max_us": max(times[kind]),
                          "median_bytes": percentile(sizes[kind], 0.5)}))


if __name__ == "__main__":
    main()
