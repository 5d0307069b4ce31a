#!/usr/bin/env python3
"""Times requests for related trials, with reasons, one after the other over one connection.

usage: speed.py HOST:PORT IDS.txt [ROUNDS]      of a server started with --cache-mb 0; the first round is not counted
"""

import http.client
import sys
import time


def main():
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    connection = http.client.HTTPConnection(sys.argv[1])
    with open(sys.argv[2], encoding="utf-8") as lines:
        ids = lines.read().split()
    times = []
    for number in range(int(sys.argv[3]) + 1 if len(sys.argv) == 4 else 4):
        for study in ids:
            start = time.perf_counter()
            connection.request("GET", f"/api/v2/studies/{study}/related")
            answer = connection.getresponse()
            answer.read()
            if answer.status != 200:
                sys.exit(f"{study}: status {answer.status}")
            if number:
                times.append((time.perf_counter() - start) * 1000)
    times.sort()
    shares = ", ".join(f"p{share} {times[len(times) * share // 100]:.2f} ms" for share in (50, 95, 99))
    print(f"{len(times)} requests: {shares}")


main()
