# What ./run and ./test share: saying what is done, the compiler cache, and a build that is quiet when all is well.
# To be sourced, from the project's folder.

step() { printf '== %s\n' "$*"; }

fail() {
    printf 'error: %s\n' "$1" >&2
    shift
    for line in "$@"; do printf '       %s\n' "$line" >&2; done
    exit 3
}

# Objects are found again in other clones too: paths are hashed relative to the clone. All presets together take
# about 300 MB of cache.
use_compiler_cache() {
    export CCACHE_BASEDIR=$PWD CCACHE_NOHASHDIR=1 CCACHE_MAXSIZE=${CCACHE_MAXSIZE:-5G}
    if [ -z "${CCACHE_DIR:-}" ] && ! mkdir -p "${HOME:-/nonexistent}/.cache" 2>/dev/null; then
        export CCACHE_DIR=$PWD/build/ccache
    fi
}

# build PRESET [TARGET...]
build() {
    local preset=$1 started=$SECONDS
    shift
    step "building preset $preset"
    mkdir -p build
    if ! cmake --preset "$preset" >"build/$preset.log" 2>&1; then
        tail -n 25 "build/$preset.log" >&2
        fail "preset $preset could not be configured" "the whole log: build/$preset.log"
    fi
    if ! cmake --build --preset "$preset" ${1:+--target "$@"} >"build/$preset.log" 2>&1; then
        grep -A 12 -E 'error:|^FAILED:' "build/$preset.log" | head -n 60 >&2 || tail -n 5 "build/$preset.log" >&2
        fail "preset $preset did not build" "the whole log: build/$preset.log"
    fi
    printf '   built in %d s\n' $((SECONDS - started))
}
