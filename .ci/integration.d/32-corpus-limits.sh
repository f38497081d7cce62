#!/usr/bin/env bash
# What does not fit into a small test: a record of 200 MB, a disk that fills up, SIGTERM in the middle, memory over time.
set -euo pipefail
cd "$(dirname "$0")/../.."
sunting=$(realpath "${SUNTING:-.build/release/sunting}")
work=$(mktemp -d)
mounted=""
trap '[ -z "$mounted" ] || umount "$work/disk"; rm -rf "$work"' EXIT
fail() { echo "$1"; exit 1; }
corpus() { local mode=$1; shift; "$sunting" corpus "$mode" --no-config --select spelling,typography "$@"; }

python3 Integrations/python/make_records.py 20000 "$work/in.jsonl" Corpus/mt/*.txt Corpus/clean/*.txt
corpus annotate -q --output "$work/whole.jsonl" "$work/in.jsonl"

# a record of 200 MB between two others is passed on, and the run goes on
python3 - "$work/big.jsonl" <<'PY'
import sys
with open(sys.argv[1], "w") as out:
    out.write('{"id":1,"text":"Analisa itu."}\n{"id":2,"text":"')
    for _ in range(200):
        out.write("Kalimat biasa. " * 70000)
    out.write('"}\n{"id":3,"text":"Analisa itu."}\n')
PY
corpus annotate --output "$work/big-out.jsonl" "$work/big.jsonl" 2>"$work/said"
grep -q '3 records, .* 1 could not be read' "$work/said" || fail "$(cat "$work/said")"
python3 - "$work/big.jsonl" "$work/big-out.jsonl" <<'PY'
import json, sys
for before, after in zip(open(sys.argv[1]), open(sys.argv[2]), strict=True):
    assert after.startswith(before.rstrip()[:-1]), "a record was changed"
    own = json.loads(after)["sunting"]
    assert ("error" in own) == (json.loads(before)["id"] == 2), own
PY

# a full disk: an error; with room again the run is continued, and nothing is lost or twice
if [ "$(id -u)" -eq 0 ] && mkdir "$work/disk" && mount -t tmpfs -o size=24m tmpfs "$work/disk" 2>/dev/null; then
  mounted=yes
  status=0
  corpus annotate -q --output "$work/disk/out.jsonl" "$work/in.jsonl" 2>"$work/said" || status=$?
  [ $status -eq 2 ] && grep -q 'No space left on device' "$work/said" || fail "a full disk gave $status: $(cat "$work/said")"
  mount -o remount,size=400m "$work/disk"
  corpus annotate -q --resume --output "$work/disk/out.jsonl" "$work/in.jsonl"
  cmp "$work/whole.jsonl" "$work/disk/out.jsonl"
  umount "$work/disk"
  mounted=""
else
  echo "no small disk can be mounted here; left out"
fi

# SIGTERM: 143, whole records, and --resume completes them
stopped=0
for delay in 0.6 0.9 1.2 1.5 1.8; do
  rm -f "$work"/cut.jsonl*
  "$sunting" corpus annotate -q --no-config --select spelling,typography --output "$work/cut.jsonl" "$work/in.jsonl" \
    2>"$work/said" & process=$!
  sleep $delay
  kill -TERM $process 2>/dev/null || true
  status=0
  wait $process || status=$?
  if [ $status -ne 0 ]; then
    [ $status -eq 143 ] || fail "SIGTERM gave $status: $(cat "$work/said")"
    grep -q -- --resume "$work/said" || fail "it does not say how to go on"
    python3 -c 'import sys
data = open(sys.argv[1], "rb").read()
assert open(sys.argv[2], "rb").read().startswith(data) and data[-1:] in (b"\n", b""), "records are cut"' "$work/cut.jsonl" "$work/whole.jsonl"
    stopped=$((stopped + 1))
  fi
  corpus annotate -q --resume --output "$work/cut.jsonl" "$work/in.jsonl"
  cmp "$work/whole.jsonl" "$work/cut.jsonl"
done
[ $stopped -gt 0 ] || fail "every run was over before SIGTERM came"

# memory stays flat: 100 MB here, a gigabyte with Benchmarks/corpus-memory
SUNTING=$sunting Benchmarks/corpus-memory 100 --select spelling,typography >"$work/memory" || fail "$(cat "$work/memory")"
cat "$work/memory"
echo "limits hold; $stopped of 5 runs were stopped by SIGTERM"
