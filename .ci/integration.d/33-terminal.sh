#!/usr/bin/env bash
# --interactive in a terminal of 80 columns: help, fix one, leave one, write one by hand, quit.
set -euo pipefail
cd "$(dirname "$0")/../.."
.ci/install-packages tmux
binary=$(realpath "${SUNTING:-.build/release/sunting}")
work=$(mktemp -d)
session=sunting-$$
trap 'tmux kill-session -t $session 2>/dev/null || true; rm -rf "$work"' EXIT
cat > "$work/a.txt" <<'TEXT'
Pemerintah mengambil langkah -langkah tegas.

Warga kembali ke rumah -rumah mereka setelah banjir yang melanda sebagian besar wilayah itu surut pada akhir pekan lalu.

Petani menjual hasil panen , kata dinas pertanian.

Nelayan mensukseskan lomba perahu.
TEXT
tmux new-session -d -s $session -x 80 -y 30 "cd '$work' && LC_ALL=C.UTF-8 '$binary' check --no-config --interactive a.txt; echo status \$?; sleep 60"

screen() { tmux capture-pane -p -t $session; }
wait_for() {
  for _ in $(seq 100); do
    screen | grep -qF "$1" && return
    sleep 0.1
  done
  screen
  echo "the terminal does not show: $1"
  exit 1
}
wait_for 'langkah-langkah'
screen > "$work/first"
tmux send-keys -t $session '?' Enter
wait_for 'tulis pengganti sendiri'
tmux send-keys -t $session y Enter
wait_for '“rumah-rumah”'
# a long line is cut, so that the carets stand below it
screen | grep -A 1 '3 │' | tail -1 | grep -q '^      │ *\^'
tmux send-keys -t $session n Enter
wait_for '“panen,”'
tmux send-keys -t $session e Enter
wait_for 'Tulis pengganti'
tmux send-keys -t $session 'panen:' Enter
wait_for '“menyukseskan”'
tmux send-keys -t $session q Enter
wait_for 'status '
cat "$work/first"
cat > "$work/expected" <<'TEXT'
Pemerintah mengambil langkah-langkah tegas.

Warga kembali ke rumah -rumah mereka setelah banjir yang melanda sebagian besar wilayah itu surut pada akhir pekan lalu.

Petani menjual hasil panen: kata dinas pertanian.

Nelayan mensukseskan lomba perahu.
TEXT
diff "$work/expected" "$work/a.txt"
echo "interactive: fixed what was said, left the rest"
