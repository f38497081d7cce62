#!/usr/bin/env bash
# A datatrove pipeline with two workers, datatrove from PyPI: the results of one machine.
set -euo pipefail
cd "$(dirname "$0")/../.."
.ci/install-packages python3-venv hunspell-id hunspell-en-us
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
# its filters want regex, its reader orjson; the extras that bring them bring much more
"$work/venv/bin/pip" install -q 'datatrove>=0.5' regex orjson
python3 Integrations/python/make_records.py 400 "$work/corpus.jsonl" Corpus/mt/*.txt Corpus/clean/*.txt
SUNTING=$(realpath "${SUNTING:-.build/release/sunting}") CORPUS=$work/corpus.jsonl TMPDIR=$work \
  timeout 300 "$work/venv/bin/python" -W ignore -m unittest discover Integrations/datatrove/tests 2>"$work/log" \
  || { tail -n 60 "$work/log"; exit 1; }
tail -n 3 "$work/log"
