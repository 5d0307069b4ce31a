#!/usr/bin/env bash
# A server under load while its index is swapped: no request may fail. See README.md.
#
# usage: under_load.sh TRIALDEX REGISTRY QUERIES.tsv CHANGED.ndjson [options of serve, e.g. --cache-mb 0]
set -euo pipefail
[ $# -ge 4 ] || { sed -n 's/^# \{0,1\}//p' "$0" | head -4; exit 2; }
trialdex=$1 registry=$2 queries=$3 changed=$4 port=$((20000 + RANDOM % 20000))
shift 4
here=$(cd "$(dirname "$0")" && pwd)
"$trialdex" serve --data "$registry" --port "$port" --quiet "$@" &
server=$!
trap 'kill $server' EXIT
until curl -s -o /dev/null "http://127.0.0.1:$port/healthz"; do sleep 0.2; done
generation() { "$trialdex" index --data "$registry" --json --quiet | sed 's/.*"generation":\([0-9]*\).*/\1/'; }
echo "before: generation $(generation)"
wrk -t1 -c16 -d10s -s "$here/under_load.lua" "http://127.0.0.1:$port" -- "$queries" | tail -1
( sleep 5; "$trialdex" import "$changed" --data "$registry" --quiet | tail -1 ) &
wrk -t1 -c16 -d40s -s "$here/under_load.lua" "http://127.0.0.1:$port" -- "$queries" | tail -1
wait %2
echo "after: generation $(generation)"
grep -E 'RssAnon|VmHWM' "/proc/$server/status"
