#!/usr/bin/env bash
# Neovim opens an article, shows its findings, applies a quick fix, then all safe fixes, and saves what `sunting fix` writes.
set -euo pipefail
cd "$(dirname "$0")/../.."
.ci/install-packages neovim
sunting="$PWD/${SUNTING:-.build/release/sunting}"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
article="Corpus/mt/01-gencatan-senjata.txt"
cp "$article" "$work/nvim.txt"
cp "$article" "$work/fix.txt"
"$sunting" fix --no-config --quiet "$work/fix.txt" >/dev/null 2>&1 || [ $? -eq 1 ]
export SUNTING_COMMAND="$sunting" SUNTING_LUA="$PWD/Integrations/neovim" SUNTING_ARTICLE="$work/nvim.txt"
HOME="$work" timeout 60 nvim --headless -u NONE -i NONE -n -S .ci/integration.d/neovim.lua
cmp "$work/nvim.txt" "$work/fix.txt"
! cmp -s "$article" "$work/nvim.txt"
echo "neovim: the saved buffer equals sunting fix's output"
