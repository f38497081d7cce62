#!/usr/bin/env bash
# The HTTP server's own tests; LanguageTool clients from PyPI, whose correction is that of `sunting fix`; the API's
# description; clients that mean no good; the page in Chromium.
set -euo pipefail
cd "$(dirname "$0")/../.."
.ci/install-packages chromium fonts-dejavu
make test-server server
sunting="$PWD/${SUNTING:-.build/release/sunting}"
server="$PWD/.build/release/sunting-server"
python="$(.ci/http-python)"
work="$(mktemp -d)"
pid=""
trap '[ -z "$pid" ] || kill "$pid" 2>/dev/null || true; rm -rf "$work"' EXIT

start() {
  : > "$work/log"
  "$server" --port 0 "$@" 2>"$work/log" &
  pid=$!
  url=""
  for _ in $(seq 100); do
    url="$(sed -n 's/^sunting-server: //p' "$work/log" | head -1)"
    [ -n "$url" ] && return
    sleep 0.1
  done
  cat "$work/log"
  echo "http: the server did not start"
  exit 1
}

stop() {
  kill -TERM "$pid"
  wait "$pid"
  pid=""
}

start
"$python" .ci/integration.d/http_clients.py "$url" "$sunting" Corpus/mt/*.txt
"$python" .ci/integration.d/openapi.py "$url" Corpus/mt/01-*.txt
timeout 180 "$python" .ci/integration.d/page.py "$url" "$sunting" Corpus/mt/03-*.txt "$work"
stop
if grep -q "gencatan\|perjanjian" "$work/log"; then echo "http: the log holds text of an article"; exit 1; fi

start
"$python" .ci/integration.d/http_stop.py "$url" "$pid"
wait "$pid"

start --rate 1000000 --timeout 3
"$python" .ci/integration.d/http_bad.py "$url" "$pid" 3
stop
