#!/usr/bin/env bash
# A newsroom with 200 old articles: what was found before stays quiet, what is new fails, wherever the files move.
set -euo pipefail
cd "$(dirname "$0")/../.."
binary=$(realpath "${SUNTING:-.build/release/sunting}")
hooks=$PWD/.pre-commit-hooks.yaml
venv=$PWD/.build/clients
[ -x "$venv/bin/pre-commit" ] || { python3 -m venv "$venv" && "$venv/bin/pip" install -q pre-commit; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/bin" "$work/hooks" "$work/articles" && ln -s "$binary" "$work/bin/sunting"
export PATH="$work/bin:$venv/bin:$PATH" PRE_COMMIT_HOME="$work/cache" HOME="$work" LC_ALL=C.UTF-8
git config --global user.name uji && git config --global user.email uji@example.org && git config --global init.defaultBranch main
cp "$hooks" "$work/hooks/"
git -C "$work/hooks" init -q && git -C "$work/hooks" add -A && git -C "$work/hooks" commit -qm hooks && git -C "$work/hooks" tag v0

cd "$work/articles"
python3 - <<'PYTHON'
import itertools, pathlib
# one defect in each sentence; {} is a place that makes it this article's own
sentences = """Bupati {} mengambil langkah -langkah untuk menekan harga beras.
Warga {} kembali ke rumah -rumah mereka setelah banjir surut.
Petani {} menjual hasil panen dengan harga tinggi , kata dinas pertanian.
Pengadilan {} mengkonfirmasi jadwal sidang pertama.
Pasar {} ramai oleh para pembeli sejak pagi pagi buta.
Sekolah di {} menerima anak -anak pengungsi dari desa tetangga.
Jembatan {} rusak parah , sehingga truk harus memutar.
Nelayan {} mensukseskan lomba perahu tahun ini.
Stasiun {} dibuka lagi setelah perbaikan selesai dikerjakan pekan lalu .
Kantor pos {} merubah jam bukanya mulai bulan depan.""".splitlines()
heads = "Suka Karang Tanjung Sumber Banjar Cipta Wana Kerta Muara Batu".split()
tails = "jaya sari raya mulya rejo agung makmur harja bakti asih".split()
places = [head + tail for head, tail in itertools.product(heads, tails)]
for article in range(200):
    path = pathlib.Path(f"rubrik{article % 10}/artikel{article:03}.txt")
    path.parent.mkdir(exist_ok=True)
    lines = [sentences[(article + n) % 10].format(places[(article * 3 + n * 7) % 100]) for n in range(7 + article % 2)]
    path.write_text("\n\n".join(lines) + "\n")
PYTHON
printf 'version: 1\nbaseline: .sunting-baseline.json\n' > .sunting.yml
printf 'repos:\n  - repo: file://%s/hooks\n    rev: v0\n    hooks:\n      - id: sunting\n' "$work" > .pre-commit-config.yaml
git init -q
pre-commit install >/dev/null

expect() { # STATUS FINDINGS: what a run must come to
  status=0
  sunting check --quiet --format jsonl . > "$work/found" || status=$?
  [ "$status" -eq "$1" ] || { echo "exit status $status, not $1"; exit 1; }
  [ "$(wc -l < "$work/found")" -eq "$2" ] || { head "$work/found"; wc -l "$work/found"; exit 1; }
}

# no baseline yet: all of it
mv .sunting.yml with-baseline
expect 1 1500
mv with-baseline .sunting.yml
sunting baseline write .sunting-baseline.json . 2>/dev/null
expect 0 0
git add -A && git commit -qm 'naskah lama' > "$work/log" 2>&1 || { cat "$work/log"; exit 1; }

# one new defect, in an article that holds an old one of the same words
new='Dinas setempat menyiapkan langkah -langkah lain.'
printf '\n%s\n' "$new" >> rubrik0/artikel000.txt
expect 1 1
grep -q '"file":"./rubrik0/artikel000.txt"\|"file":"rubrik0/artikel000.txt"' "$work/found"
line=$(python3 -c 'import json,sys; print(json.loads(open(sys.argv[1]).readline())["line"])' "$work/found")
[ "$(sed -n "${line}p" rubrik0/artikel000.txt)" = "$new" ] || { echo "not the new line: $line"; exit 1; }

# moved folders and lines change nothing
git mv rubrik0 arsip-lama
git mv rubrik1/artikel001.txt rubrik1/berita-baru.txt
for file in arsip-lama/*.txt; do sed -i '1i Laporan dari daerah.\n\nRedaksi menerima kabar ini kemarin.\n' "$file"; done
expect 1 1
grep -q 'arsip-lama/artikel000.txt' "$work/found"

# the real pre-commit
git add -A
if git commit -qm baru > "$work/log" 2>&1; then echo "the commit went through"; exit 1; fi
[ "$(grep -c '\[hyphenation/' "$work/log")" -eq 1 ] || { cat "$work/log"; exit 1; }
sunting fix --quiet arsip-lama/artikel000.txt
git add -A
git commit -qm baru > "$work/log" 2>&1 || { cat "$work/log"; exit 1; }
git show HEAD:arsip-lama/artikel000.txt | grep -q 'menyiapkan langkah-langkah lain'
# what the baseline knows was left as it is
git show HEAD:arsip-lama/artikel000.txt | grep -q 'mengambil langkah -langkah'
expect 0 0
sunting baseline report .sunting-baseline.json . | tee "$work/report"
echo "200 articles, 1,500 old findings: only the new one counts"
