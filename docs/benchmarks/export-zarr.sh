#!/usr/bin/env bash
# Spectra of the archive of a laptop into a Zarr store by export zarr in local[2].
#   docs/benchmarks/export-zarr.sh [FOLDER] [ROUNDS] [SPECTRA…]   default: a temporary folder, 3, 5000 20000
# Each size gets a workspace of its own, which stays for another run. Prints of each export the spectra a
# second, the seconds of each phase, and the peak of the heap.
#   NOVACAT_JAVA_OPTS  more options for the JVM    (default: -Xmx1g)
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
work=${1:-$(mktemp -d)}
rounds=${2:-3}
shift $(($# < 2 ? $# : 2))
sizes=("$@")
((${#sizes[@]} > 0)) || sizes=(5000 20000)
export NOVACAT_JAVA_OPTS="${NOVACAT_JAVA_OPTS:--Xmx1g} -Dspark.master=local[2]"
novacat=${NOVACAT:-$root/novacat}

for spectra in "${sizes[@]}"; do
  workspace=$work/workspace-$spectra
  if [[ ! -d $workspace ]]; then
    "$novacat" sample "$work/files-$spectra" --files "$spectra" --novae 100 --kilobytes 60 >/dev/null
    "$novacat" register "$work/files-$spectra/manifest.csv" --add-novae --workspace "$workspace" >/dev/null
    "$novacat" ingest-spectra --workspace "$workspace" >/dev/null
    rm -rf "$work/files-$spectra"
  fi
done
for ((round = 1; round <= rounds; round++)); do
  for spectra in "${sizes[@]}"; do
    store=$work/store-$spectra.zarr
    rm -rf "$store"
    "$novacat" export zarr "$store" --workspace "$work/workspace-$spectra" --output json 2>/dev/null |
      awk -v round="$round" -v spectra="$spectra" '
        function number(name) { return match($0, "\"" name "\":\"?[0-9.E+-]+") ? substr($0, RSTART + length(name) + 3 + (substr($0, RSTART + length(name) + 3, 1) == "\"")) + 0 : 0 }
        { s = number("seconds")
          printf "round %s | %s spectra, %s rows of %s | %.1f s, %.0f spectra/s | measure %.0f %%, plan %.0f %%, chunks %.0f %%, columns %.0f %%, validate %.0f %%, publish %.0f %% | tasks: read %.1f s, compute %.1f s, write %.1f s | %.0f MB stored | heap at most %.0f MB\n",
            round, spectra, number("n_spec"), number("n_pix"), s, spectra / s,
            100 * number("measure_seconds") / s, 100 * number("plan_seconds") / s, 100 * number("chunks_seconds") / s,
            100 * number("columns_seconds") / s, 100 * number("validate_seconds") / s, 100 * number("publish_seconds") / s,
            number("task_reading_seconds"), number("task_computing_seconds"), number("task_writing_seconds"),
            number("bytes") / 1e6, number("driver_peak_heap_bytes") / 1e6 }'
  done
done
