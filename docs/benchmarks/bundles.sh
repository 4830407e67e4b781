#!/usr/bin/env bash
# Our zip files beside Info-ZIP's of the same FITS files, on one core each; then one bundle in 512 MB.
#   docs/benchmarks/bundles.sh FOLDER [COPIES] [GIB]    default: 10 copies, 5 GiB
# FOLDER has the FITS files. The bundle goes to a folder, then to the S3 server of the tests.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/files" "$work/store"
for ((i = 0; i < ${2:-10}; i++)); do
  cp -r --no-preserve=mode "$1" "$work/files/$i"
done
# One reactor, so that the modules find each other without being installed; the last one writes last.
mvn -B -q -f "$root/pom.xml" -pl jobs,persistence/s3server -am test-compile \
  dependency:build-classpath -Dmdep.outputFile="$work/classpath" -Dmdep.includeScope=test >/dev/null
ours() {
  java -Xmx512m -Dnovacat.home="$root" \
    -cp "$root/jobs/target/test-classes:$root/jobs/target/classes:$(<"$work/classpath")" \
    org.novacat.jobs.bench.BundleWriting "$@"
}
bytes=$(find "$work/files" -type f -printf '%s\n' | awk '{ sum += $1 } END { print sum }')
TIMEFORMAT='%U %S'
for level in 0 6; do
  seconds=$({ time zip -q -X -r "-$level" "$work/theirs-$level.zip" "$work/files"; } 2>&1)
  awk -v b="$bytes" -v l=$level -v z="$(stat -c %s "$work/theirs-$level.zip")" \
    '{ printf "zip -%s: %.1f MB/s of one core, %.3f of the length\n", l, b / 1e6 / ($1 + $2), z / b }' \
    <<<"$seconds"
done
ours files "$work/files" "$work/ours.zip" 2
rm -f "$work"/*.zip
for store in "$work/store" s3; do
  JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=$work ours bundle "$1" "${3:-5}" "$store"
done
