#!/usr/bin/env bash
# Installs those packages of tools/packages.txt that this machine lacks: install_packages.sh PURPOSE...
# Asks nothing but dpkg when all are there; otherwise needs root or sudo, and the machine's package source.
set -euo pipefail
cd "$(dirname "$0")/.."
source tools/steps.sh

command -v dpkg-query >/dev/null || fail "this machine has no dpkg" \
    "trialdex builds on Debian 12; elsewhere, install what tools/packages.txt lists by hand"

installed=" $(dpkg-query -W -f='${db:Status-Abbrev} ${Package}\n' | sed -n 's/^ii *//p' | tr '\n' ' ') "
missing=()
while read -r purpose package tool; do
    case " $* " in *" $purpose "*) ;; *) continue ;; esac
    [ -n "$tool" ] && command -v "$tool" >/dev/null && continue
    case $installed in *" $package "*) ;; *) missing+=("$package") ;; esac
done < <(grep -v '^#' tools/packages.txt)
[ ${#missing[@]} -eq 0 ] && exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || fail "these packages are missing, and there is no sudo to install them with:" \
        "${missing[*]}" "as root: apt-get install ${missing[*]}"
    as_root=(sudo)
    [ -t 0 ] || as_root=(sudo -n)
fi

mkdir -p build
log=build/apt.log
apt() { # everything it says goes to the log; no question is asked
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=120 -o Acquire::Retries=2 \
        -o Acquire::http::Timeout=30 -o Acquire::https::Timeout=30 -o Dpkg::Use-Pty=0 \
        --no-install-recommends "$@" </dev/null >>"$log" 2>&1
}

step "installing ${missing[*]}"
: >"$log"
# A source that fails here may be one that these packages do not need: what counts is the install.
apt update || true
# libboost1.81-dev takes the place of libboost1.74-dev: say so before it happens.
replaced=$("${as_root[@]}" apt-get -s -q --no-install-recommends install "${missing[@]}" 2>/dev/null </dev/null |
    awk '$1 == "Remv" { print $2 }' | tr '\n' ' ')
[ -z "$replaced" ] || printf '   they take the place of %s\n' "$replaced"
if ! apt install "${missing[@]}"; then
    mapfile -t reasons < <(grep -E '^(E:|Err:)' "$log" | sort -u | head -n 4)
    fail "these packages could not be installed: ${missing[*]}" "${reasons[@]}" \
        "check that this is Debian 12, that it reaches its package source ('apt-get update' ends without errors)" \
        "and that nothing else is using apt; the whole log: $log"
fi
