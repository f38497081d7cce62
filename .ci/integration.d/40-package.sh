#!/usr/bin/env bash
# Installs the .deb of `make dist` in a bare Debian root, where there is no Swift, and lints and fixes an article there.
set -euo pipefail
cd "$(dirname "$0")/../.."
[ "$(id -u)" -eq 0 ] || exec sudo bash "$0"
.ci/install-packages debootstrap
[ -e .build/dist ] || .ci/make-dist
deb=$(ls .build/dist/*.deb)
root=${DIST_ROOT:-$(mktemp -d)}

# the mirror and the keys this machine itself installs from
read -r mirror release < <(apt-get indextargets --format '$(REPO_URI) $(CODENAME)' 'Created-By: Packages' \
  | awk '$1 ~ /\/debian\/?$/ && $2 !~ /-/ { print; exit }')
keyring=$(ls /usr/share/keyrings/debian-archive-keyring.gpg 2>/dev/null || true)
if [ ! -e "$root/etc/debian_version" ]; then
  debootstrap --variant=minbase ${keyring:+--keyring=$keyring} --include=ca-certificates "$release" "$root" "$mirror" >/dev/null
fi
cp /etc/resolv.conf "$root/etc/resolv.conf"
rm -rf "$root/etc/apt" && cp -r /etc/apt "$root/etc/apt"
[ -d /etc/ssl/certs ] && cp -rL /etc/ssl/certs/. "$root/etc/ssl/certs/" 2>/dev/null || true
cp "$deb" "$root/tmp/sunting.deb"
cp Corpus/mt/01-*.txt "$root/tmp/artikel.txt"
printf '# Judul\n\nMereka mengambil **langkah** -langkah tegas.\n' > "$root/tmp/a.md"

# a program finds its arguments in /proc
mkdir -p "$root/proc"
mountpoint -q "$root/proc" || mount -t proc proc "$root/proc" 2>/dev/null || mount --bind /proc "$root/proc"
trap 'umount "$root/proc"' EXIT
chroot "$root" /bin/sh -eu <<'INSIDE'
export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8
cd /tmp
apt-get update -qq
apt-get install -y -qq ./sunting.deb >/dev/null
! command -v swift
sunting --version
sunting check --quiet --format summary artikel.txt a.md && exit 1 || [ $? -eq 1 ]
sunting fix --quiet artikel.txt a.md >/dev/null || [ $? -eq 1 ]
cp artikel.txt once.txt
sunting fix --quiet artikel.txt >/dev/null || [ $? -eq 1 ]
cmp artikel.txt once.txt
grep -q 'langkah\*\*-langkah' a.md
test -s /usr/share/man/man1/sunting.1.gz || test -e /etc/dpkg/dpkg.cfg.d/docker
cp /usr/bin/sunting /tmp/elsewhere
/tmp/elsewhere --version >/dev/null
echo "installed, linted, fixed in a bare root"
INSIDE
umount "$root/proc"
trap - EXIT
[ -n "${DIST_ROOT:-}" ] || rm -rf --one-file-system "$root"
