#!/usr/bin/env bash
# Spark on two executors of this machine (local-cluster), pyspark from PyPI: the results of one machine, also when an
# executor is killed in the middle.
set -euo pipefail
cd "$(dirname "$0")/../.."
.ci/install-packages openjdk-17-jre-headless python3-venv hunspell-id hunspell-en-us
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q 'pyspark[sql]>=4,<5'
java=$(ls -d /usr/lib/jvm/java-17-openjdk-* | head -n 1)
python3 Integrations/python/make_records.py 400 "$work/corpus.jsonl" Corpus/mt/*.txt Corpus/clean/*.txt
JAVA_HOME=$java SUNTING=$(realpath "${SUNTING:-.build/release/sunting}") CORPUS=$work/corpus.jsonl TMPDIR=$work \
  SPARK_LOCAL_DIRS=$work SPARK_WORKER_DIR=$work/worker \
  timeout 600 "$work/venv/bin/python" -W ignore -m unittest discover Integrations/spark/tests
