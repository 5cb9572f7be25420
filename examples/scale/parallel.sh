#!/bin/sh
# Checks a folder of reports across years and bodies with GNU parallel: summaries per bundle of files, comparisons per
# group. Prints the lines of `annual-report check --format jsonl FOLDER` that tell of findings across reports.
#
#   parallel.sh FOLDER [JOBS]
#
# ANNUAL_REPORT is the command (default: annual-report), BUNDLE the number of files in a bundle, PARTS that of the parts
# into which the groups are divided. With --sshlogin in PARALLEL the same runs on several machines that see the folder.
set -eu
export LC_ALL=C ANNUAL_REPORT="${ANNUAL_REPORT:-annual-report}"
folder=$1
jobs=${2:-100%}
work=$(mktemp -d)
export work
trap 'rm -rf "$work"' EXIT
mkdir "$work/summaries" "$work/parts" "$work/found"

# One output file a bundle: lines of several writers would mix in one.
find "$folder" -type f \( -name '*.md' -o -name '*.txt' -o -name '*.html' -o -name '*.htm' \) |
  parallel --will-cite --jobs "$jobs" -N "${BUNDLE:-200}" --pipe \
    '$ANNUAL_REPORT summarise --jobs 1 --files-from - > "$work/summaries/{#}"'

# Every line names its group. All lines of a group go to one part; lines of different groups are never compared.
cat "$work"/summaries/* | awk -v parts="${PARTS:-16}" -v folder="$work/parts" '{
  match($0, /"group":"[^"]*"/)
  group = substr($0, RSTART, RLENGTH)
  if (!(group in part)) part[group] = groups++ % parts
  print > (folder "/" part[group])
}'

# 1: findings at or above --fail-on.
ls "$work/parts" | parallel --will-cite --jobs "$jobs" \
  '$ANNUAL_REPORT compare --format jsonl "$work/parts/{}" > "$work/found/{}" || [ $? -eq 1 ]'

# By path; a path is in one part alone.
cat "$work"/found/* | grep '^{"workspace":' | sort || true
