#!/usr/bin/env bash
# Emacs opens an article, shows its findings, applies all safe fixes and saves what `sunting fix` writes.
set -euo pipefail
cd "$(dirname "$0")/../.."
.ci/install-packages emacs-nox elpa-eglot
sunting="$PWD/${SUNTING:-.build/release/sunting}"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
article="Corpus/mt/02-pemilu-putaran-kedua.txt"
cp "$article" "$work/emacs.txt"
cp "$article" "$work/fix.txt"
"$sunting" fix --no-config --quiet "$work/fix.txt" >/dev/null 2>&1 || [ $? -eq 1 ]
export SUNTING_COMMAND="$sunting" SUNTING_ARTICLE="$work/emacs.txt"
HOME="$work" timeout 90 emacs --batch -L Integrations/emacs -f package-initialize -l .ci/integration.d/emacs.el
cmp "$work/emacs.txt" "$work/fix.txt"
! cmp -s "$article" "$work/emacs.txt"
echo "emacs: the saved buffer equals sunting fix's output"
