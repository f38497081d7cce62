#!/bin/sh
# Kills `sunting corpus` ten times at random moments; continued with --resume, its outputs are those of an undisturbed run.
set -eu
SUNTING=${SUNTING:-.build/release/sunting}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 - "$work/in.jsonl" Corpus/mt/*.txt Corpus/clean/*.txt <<'PY'
import json, sys
texts = [open(name, encoding="utf-8").read() for name in sys.argv[2:]]
with open(sys.argv[1], "w", encoding="utf-8") as out:
    number, size = 0, 0
    while size < 12_000_000:
        line = json.dumps({"id": number, "text": texts[number % len(texts)]}, ensure_ascii=False)
        size += len(out.write(line + "\n") and line.encode())
        number += 1
PY
run() { exec_sunting "$@"; }
exec_sunting() { exec "$SUNTING" corpus filter -q --no-config --keep 'penalty<3' --rejected "$work/$1-rejected.jsonl.gz" --output "$work/$1.jsonl" --resume "$work/in.jsonl"; }
(run whole)
kills=0
run cut & process=$!
while [ $kills -lt 10 ]; do
  sleep "$(python3 -c 'import random; print(random.uniform(0.2, 2.5))')"
  kill -9 $process 2>/dev/null || break
  kills=$((kills + 1))
  wait $process 2>/dev/null || true
  run cut & process=$!
done
wait $process
cmp "$work/whole.jsonl" "$work/cut.jsonl"
cmp "$work/whole-rejected.jsonl.gz" "$work/cut-rejected.jsonl.gz"
echo "the same after $kills kills"
