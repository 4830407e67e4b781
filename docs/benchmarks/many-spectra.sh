#!/usr/bin/env bash
# Small spectra, ten times and a hundred times as many, through register and ingest-spectra on the
# stores of a laptop, and each job once more with nothing to do.
#   docs/benchmarks/many-spectra.sh [FOLDER] [FILES…]    default: a temporary folder, 1000 10000 100000
# Each size gets a workspace of its own, which is removed when it is done. Prints for each command the
# seconds of the whole process, and of its report what was done, the seconds and the peak of the heap.
#   NOVACAT_JAVA_OPTS  more options for the JVM    (default: -Xmx512m)
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
work=${1:-$(mktemp -d)}
shift || true
sizes=("${@:-1000}")
(($# > 0)) || sizes=(1000 10000 100000)
export NOVACAT_JAVA_OPTS=${NOVACAT_JAVA_OPTS:--Xmx512m}
novacat=${NOVACAT:-$root/novacat}

timed() {
  local start
  start=$(date +%s.%N)
  "$novacat" "$@" --workspace "$workspace" --output json 2>"$work/errors" >"$work/report" || cat "$work/errors"
  awk -v s="$start" -v e="$(date +%s.%N)" -v f="$files" -v c="$1" \
    'BEGIN { printf "%s files | %s | %.2f s | %.2f ms a file | ", f, c, e - s, (e - s) * 1000 / f }'
  tail -n 1 "$work/report" | grep -oE '"(status|seconds|done|driver_peak_heap_bytes)":[^,}]*' | tr '\n' ' ' || true
  echo
}

for files in "${sizes[@]}"; do
  workspace=$work/workspace-$files
  rm -rf "$workspace"
  "$novacat" sample "$work/files-$files" --files "$files" --novae 100 --kilobytes 10
  timed register "$work/files-$files/manifest.csv" --add-novae
  timed ingest-spectra
  timed ingest-spectra
  timed register "$work/files-$files/manifest.csv"
  rm -rf "$workspace" "$work/files-$files"
done
