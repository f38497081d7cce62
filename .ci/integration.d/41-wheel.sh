#!/usr/bin/env bash
# Installs the wheel with pip and runs it with the libraries it carries; the real pre-commit installs it by itself.
set -euo pipefail
cd "$(dirname "$0")/../.."
[ -e .build/dist ] || .ci/make-dist
ls .build/dist/*.whl >/dev/null 2>&1 || .ci/make-wheel
wheel=$(realpath .build/dist/*.whl)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q --no-index "$wheel"
program=$(echo "$work"/venv/lib/python3*/site-packages/sunting/bin/sunting)
if ldd "$program" | grep -E 'icu|hunspell|md4c|zstd|simdjson' | grep -v "$work"; then echo "not the wheel's own libraries"; exit 1; fi
cp Corpus/mt/01-*.txt "$work/a.txt"
"$work/venv/bin/sunting" --version
"$work/venv/bin/sunting" fix --no-config --quiet "$work/a.txt" >/dev/null || [ $? -eq 1 ]
cp "$work/a.txt" "$work/once.txt"
"$work/venv/bin/python" -m sunting fix --no-config --quiet "$work/a.txt" >/dev/null || [ $? -eq 1 ]
cmp "$work/a.txt" "$work/once.txt"

venv=$PWD/.build/clients
[ -x "$venv/bin/pre-commit" ] || { python3 -m venv "$venv" && "$venv/bin/pip" install -q pre-commit; }
export PATH="$venv/bin:$PATH" PRE_COMMIT_HOME="$work/cache" HOME="$work" LC_ALL=C.UTF-8
mkdir "$work/articles" && cd "$work/articles" && git init -q
cat > .pre-commit-config.yaml <<CONFIG
repos:
  - repo: local
    hooks:
      - id: sunting
        name: sunting
        entry: sunting check --force-exclude
        language: python
        additional_dependencies: ["$wheel"]
        types_or: [plain-text, markdown, html]
        require_serial: true
CONFIG
printf 'Pemerintah mengambil langkah -langkah tegas.\n' > artikel.md
git add -A
if pre-commit run --all-files >"$work/log" 2>&1; then echo "nothing was found"; exit 1; fi
grep -q 'artikel.md:1:22: error' "$work/log" || { cat "$work/log"; exit 1; }
sed -i 's/langkah -/langkah-/' artikel.md
pre-commit run --all-files >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
echo "the wheel installs, lints and fixes"
