#!/usr/bin/env bash
# LanguageTool clients from PyPI ask the running server and get our matches; their correction is that of `sunting fix`.
# Then Chromium uses the page.
set -euo pipefail
cd "$(dirname "$0")/../.."
.ci/install-packages python3 python3-venv chromium
sunting="$PWD/${SUNTING:-.build/release/sunting}"
server="${SUNTING_SERVER_BINARY:-}"
if [ -z "$server" ]; then
  make server
  server="$PWD/.build/release/sunting-server"
fi
venv="${SUNTING_VENV:-.build/clients}"
[ -x "$venv/bin/pylanguagetool" ] || { python3 -m venv "$venv" && "$venv/bin/pip" install -q language_tool_python==3.4.0 pylanguagetool==0.11.0 websockets; }
work="$(mktemp -d)"
"$server" --port 0 2>"$work/log" &
pid=$!
trap 'kill "$pid" 2>/dev/null || true; rm -rf "$work"' EXIT
for _ in $(seq 100); do
  url="$(sed -n 's/^sunting-server: //p' "$work/log" | head -1)"
  [ -n "$url" ] && break
  sleep 0.1
done
[ -n "$url" ] || { cat "$work/log"; echo "http: the server did not start"; exit 1; }
"$venv/bin/python" .ci/integration.d/http_clients.py "$url" "$sunting" Corpus/mt/*.txt
pictures="${SUNTING_PICTURES:-$work}"
"$venv/bin/python" .ci/integration.d/page.py "$url" "$sunting" Corpus/mt/03-*.txt "$pictures"
kill -TERM "$pid"
wait "$pid"
if grep -q "gencatan" "$work/log"; then echo "http: the log holds text of an article"; exit 1; fi
echo "http: the server stopped in order"
