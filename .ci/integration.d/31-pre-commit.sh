#!/usr/bin/env bash
# Runs the real pre-commit with our hooks: it stops a commit, and lets it through after `sunting fix`.
set -euo pipefail
cd "$(dirname "$0")/../.."
binary=$(realpath "${SUNTING:-.build/release/sunting}")
hooks=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
venv=$PWD/.build/clients
[ -x "$venv/bin/pre-commit" ] || { python3 -m venv "$venv" && "$venv/bin/pip" install -q pre-commit; }
mkdir "$work/bin" && ln -s "$binary" "$work/bin/sunting"
export PATH="$work/bin:$venv/bin:$PATH" PRE_COMMIT_HOME="$work/cache" HOME="$work" LC_ALL=C.UTF-8
git config --global user.name uji && git config --global user.email uji@example.org && git config --global init.defaultBranch main

# the hooks as a repository of their own, whatever state the working copy is in
mkdir "$work/hooks" && cp "$hooks/.pre-commit-hooks.yaml" "$work/hooks/"
git -C "$work/hooks" init -q && git -C "$work/hooks" add -A && git -C "$work/hooks" commit -qm hooks && git -C "$work/hooks" tag v0

mkdir "$work/articles" && cd "$work/articles" && git init -q
cat > .pre-commit-config.yaml <<CONFIG
repos:
  - repo: file://$work/hooks
    rev: v0
    hooks:
      - id: sunting
CONFIG
mkdir arsip
printf 'version: 1\nexclude: ["arsip/**"]\n' > .sunting.yml
printf 'Pemerintah mengambil langkah -langkah tegas.\n' | tee artikel.md > arsip/lama.md
pre-commit install >/dev/null
git add -A
if git commit -qm salah >"$work/log" 2>&1; then echo "the commit went through"; exit 1; fi
grep -q 'artikel.md:1:' "$work/log" || { cat "$work/log"; exit 1; }
if grep -q 'arsip/' "$work/log"; then echo "an excluded file was linted"; exit 1; fi
sunting fix --quiet artikel.md
git add -A
git commit -qm benar >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
grep -q 'langkah-langkah' artikel.md

# the repairing hook changes the file and stops
sed -i 's/id: sunting/id: sunting-fix/' .pre-commit-config.yaml
printf 'Mereka kembali ke rumah -rumah mereka.\n' > baru.md
git add -A
if git commit -qm perbaiki >"$work/log" 2>&1; then echo "the repaired file was committed unread"; exit 1; fi
grep -q 'rumah-rumah' baru.md
git add -A && git commit -qm perbaiki >"$work/log" 2>&1
echo "pre-commit stops and lets through"
