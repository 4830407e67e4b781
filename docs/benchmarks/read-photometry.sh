#!/usr/bin/env bash
# Uploads of photometry read from memory by this checkout and by another one in turn, in JVMs of their own.
#   docs/benchmarks/read-photometry.sh OTHER [ROUNDS] [UPLOADS] [ROWS_EACH]      default: 5 100 10000
# Each reads them 20 times, 2,000 uploads as a night may have, and says how fast the last time was.
# OTHER is a checkout of another commit; with $FILES a folder of other files is read.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
other=$1
rounds=${2:-5}
files=${FILES:-}

for tree in "$other" "$root"; do
  mvn -B -q -f "$tree/pom.xml" -pl jobs -am test-compile >/dev/null
done
libraries=$(<"$root/jobs/target/dependencies.classpath")
bench() { # TREE CLASS ARGUMENTS
  local tree=$1 module classes=$root/jobs/target/bench
  shift
  for module in jobs transforms layouts persistence fits-reader fits-reader/core fits-reader/spark; do
    classes+=:$tree/$module/target/classes
  done
  java -Xmx1g -XX:+UseParallelGC -cp "$classes:$libraries" "$@"
}

# The loop is that of this checkout, the readers those of the other.
rm -rf "$root/jobs/target/bench"
mkdir -p "$root/jobs/target/bench"
(cd "$root/jobs/target/test-classes" && cp -r --parents org/novacat/jobs/bench "$root/jobs/target/bench")
if [[ -z $files ]]; then
  files=$(mktemp -d)
  trap 'rm -rf "$files"' EXIT
  bench "$root" org.novacat.jobs.bench.PhotometryUploads "$files" "${3:-100}" "${4:-10000}" 50
fi
for ((round = 0; round < rounds; round++)); do
  for tree in "$other" "$root"; do
    printf '%s ' "$(basename "$tree")"
    bench "$tree" org.novacat.jobs.bench.PhotometryReadLoop "$files" 20 | tail -1
  done
done
