#!/usr/bin/env bash
# Kills `sunting corpus --resume` ten times at random moments; in the end its outputs are those of an undisturbed run.
set -euo pipefail
cd "$(dirname "$0")/../.."
sunting=$(realpath "${SUNTING:-.build/release/sunting}")
work=$(mktemp -d)
process=""
trap '[ -z "$process" ] || kill -9 "$process" 2>/dev/null || true; rm -rf "$work"' EXIT

# records enough for about ten seconds, whatever the speed of the machine and of the rules
make_input() {
  python3 - "$1" "$work/in.jsonl" Corpus/mt/*.txt Corpus/clean/*.txt <<'PY'
import json, sys
count, texts = int(sys.argv[1]), [open(name, encoding="utf-8").read() for name in sys.argv[3:]]
with open(sys.argv[2], "w", encoding="utf-8") as out:
    for number in range(count):
        out.write(json.dumps({"id": number, "text": texts[number % len(texts)]}, ensure_ascii=False) + "\n")
PY
}
run() { # NAME: filters into NAME.jsonl and NAME-rejected.jsonl.gz
  exec "$sunting" corpus filter -q --no-config --keep 'penalty<3' --rejected "$work/$1-rejected.jsonl.gz" \
    --output "$work/$1.jsonl" --resume "$work/in.jsonl"
}
now() { date +%s%N; }

make_input 2000
begin=$(now)
(run probe)
nanoseconds=$(($(now) - begin))
count=$((2000 * 10000000000 / nanoseconds))
make_input $((count < 2000 ? 2000 : count > 200000 ? 200000 : count))
begin=$(now)
(run whole)
nanoseconds=$(($(now) - begin))

# A round is one output; whoever finishes before the tenth kill begins another.
kills=0 rounds=0 resumed=0
while [ $kills -lt 10 ]; do
  rounds=$((rounds + 1))
  [ $rounds -le 20 ] || { echo "only $kills kills in 20 rounds"; exit 1; }
  rm -f "$work"/cut*
  while true; do
    [ -e "$work/cut.jsonl.sunting-resume" ] && resumed=$((resumed + 1))
    run cut & process=$!
    if [ $kills -lt 10 ]; then
      sleep "$(python3 -c 'import random, sys; print(random.uniform(0.1, int(sys.argv[1]) / 2e9))' $nanoseconds)"
      if kill -9 $process 2>/dev/null; then kills=$((kills + 1)); fi
    fi
    status=0
    wait $process 2>/dev/null || status=$?
    process=""
    [ $status -ne 0 ] || break
    [ $status -eq 137 ] || { echo "the run ended with $status"; exit 1; }
  done
  cmp "$work/whole.jsonl" "$work/cut.jsonl"
  cmp "$work/whole-rejected.jsonl.gz" "$work/cut-rejected.jsonl.gz"
done
[ $resumed -gt 0 ] || { echo "no run was ever continued"; exit 1; }
echo "the same bytes after $kills kills in $rounds rounds; $resumed runs were continued"
