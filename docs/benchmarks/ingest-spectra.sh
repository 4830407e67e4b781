#!/usr/bin/env bash
# Files through ingest-spectra in local[2], beside a loop that only reads them with nom-tam-fits.
#   docs/benchmarks/ingest-spectra.sh [FOLDER] [FILES…]      default: a temporary folder, 500 2000 8000
# Each size gets a workspace of its own; the peer reads the files of the middle size, three rounds,
# before and after. Prints the reports as JSON Lines.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
work=${1:-$(mktemp -d)}
shift || true
sizes=("${@:-500}")
(($# > 0)) || sizes=(500 2000 8000)

# The peer is a test program, so it runs on the test class path.
mvn -B -q -f "$root/pom.xml" -pl jobs -am test-compile >/dev/null
peer() {
  java -cp "$root/jobs/target/test-classes:$(<"$root/jobs/target/dependencies.classpath")" \
    org.novacat.jobs.bench.NomTamReadLoop "$1" 3
}

middle=${sizes[$((${#sizes[@]} / 2))]}
for files in "${sizes[@]}"; do
  "$root/novacat" sample "$work/files-$files" --files "$files" >/dev/null
done
peer "$work/files-$middle"
for files in "${sizes[@]}"; do
  workspace=$work/workspace-$files
  rm -rf "$workspace"
  "$root/novacat" register "$work/files-$files/manifest.csv" --add-novae \
    --workspace "$workspace" --output json 2>/dev/null | cut -c1-200
  NOVACAT_JAVA_OPTS="-Dspark.master=local[2] ${NOVACAT_JAVA_OPTS:-}" \
    "$root/novacat" ingest-spectra --workspace "$workspace" --output json
done
peer "$work/files-$middle"
