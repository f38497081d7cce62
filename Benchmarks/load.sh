#!/usr/bin/env bash
# Load on the HTTP server: 200 connections, articles of 3 KB; at saturation and at half of it; memory all the while;
# beside a bare Hummingbird server and beside one process for each article. Usage: load.sh [SECONDS];
# BIN=FOLDER takes binaries that are built already.
set -euo pipefail
cd "$(dirname "$0")/.."
seconds="${1:-120}"
.ci/install-packages wrk python3
bin="${BIN:-.build/release}"
if [ -z "${BIN:-}" ]; then
  for product in sunting sunting-server hello; do SUNTING_SERVER=1 swift build -c release --product "$product" >/dev/null; done
fi
work="$(mktemp -d)"
server=""
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$work"' EXIT

# texts of 3 KB, cut at a line's end
python3 - "$work" Corpus/mt/*.txt Corpus/clean/*.txt <<'PYTHON'
import sys
folder, *paths = sys.argv[1:]
lines = [line for path in paths for line in open(path, encoding="utf-8")]
number, text = 0, ""
for line in lines:
    text += line
    if len(text.encode()) >= 3000:
        open(f"{folder}/{number}.txt", "w", encoding="utf-8").write(text)
        number, text = number + 1, ""
PYTHON
export ARTICLES="$(ls "$work"/*.txt | tr '\n' ' ')" CONNECTIONS=200
echo "$(ls "$work"/*.txt | wc -l) texts, $(cat "$work"/*.txt | wc -c) bytes; $(nproc) cores; load $(cut -d' ' -f1 /proc/loadavg) before"

# what one run leaves in work is done before the next
measure() { sleep 2; RATE="$2" wrk -t 1 -c 200 -d "${3}s" --timeout 10s -s Benchmarks/load.lua "$1" | sed -n 's/^RESULT //p'; }
# seconds that the server computed: what counts on a machine that others use too
computed() { awk -v t="$(getconf CLK_TCK)" '{ sub(/.*\) /, ""); printf "%.1f", ($12 + $13) / t }' "/proc/$server/stat"; }
memory() { awk '/VmRSS/ { printf "%d MB\n", $2 / 1024 }' "/proc/$server/status"; }

"$bin/sunting-server" --port 0 --rate 1000000000 --log-level warning 2>"$work/log" &
server=$!
for _ in $(seq 100); do
  url="$(sed -n 's/^sunting-server: //p' "$work/log" | head -1)"
  [ -n "$url" ] && break
  sleep 0.1
done
echo "memory at start: $(memory)"
measure "$url" 0 5 >/dev/null
echo "memory after 5 seconds: $(memory)"
before=$(computed)
saturated="$(measure "$url" 0 "$seconds")"
echo "saturation: $saturated; computed $(awk -v a="$before" -v b="$(computed)" 'BEGIN { print b - a }') seconds"
echo "memory after $seconds seconds of it: $(memory)"
half=$(( ${saturated%% *} / 2 ))
echo "half of it, $half requests/s: $(measure "$url" "$half" "$seconds"); load $(cut -d' ' -f1 /proc/loadavg) after"
echo "memory in the end: $(memory)"
kill -TERM "$server"
wait "$server"

"$bin/hello" 8092 2>/dev/null &
server=$!
sleep 1
echo "bare Hummingbird: $(wrk -t 1 -c 200 -d 10s http://127.0.0.1:8092/ | sed -n 's/^Requests.sec: *//p') requests/s"
kill -TERM "$server"
wait "$server" || true
server=""

start=$(date +%s.%N)
count=400
seq $count | xargs -P "$(nproc)" -I{} sh -c "$bin/sunting check --quiet --no-config --fail-on never --format json $work/"'$(({} % 40)).txt >/dev/null'
echo "one process for each article: $(awk -v n=$count -v a="$start" -v b="$(date +%s.%N)" 'BEGIN { printf "%.0f", n / (b - a) }') articles/s"
