#!/usr/bin/env bash
# Checks in Helix, in a terminal of tmux, what docs/editors.md configured. Prints one line of JSON a check.
set -uo pipefail
t() { tmux -u -L "editors$$" "$@"; }
trap 't kill-server 2>/dev/null' EXIT
keys() { t send-keys "$@"; }
screen() { t capture-pane -p; }
# Waits until the screen shows a pattern, and says whether it did.
shows() {
  for _ in $(seq 200); do
    if screen | grep -q -- "$2"; then printf '{"check":"%s","ok":true}\n' "$1"; return; fi
    sleep 0.1
  done
  printf '{"check":"%s","ok":false,"detail":"the screen does not show it"}\n' "$1"
}
t new-session -d -x 160 -y 50 "'$1' '$DRAFT'"
shows findings '● *7'
keys -l '/。。'; keys Enter; sleep 0.5
shows message '标点'
keys Space a; sleep 1; keys Enter; sleep 0.5; keys Escape
shows fix '😀全年各项工作正常开展。 *$'
keys -l '/第五十条'; keys Enter; sleep 0.3; keys g d
shows statute '第五十条  '
keys -l ':qa!'; keys Enter
