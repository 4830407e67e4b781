#!/usr/bin/env bash
# The table of a nova of 2 million rows built again for one row more, by this checkout and by another
# one in turn, each in a workspace of its own, in local[2] with a heap of 1 GB.
#   docs/benchmarks/rebuild-table.sh OTHER_CHECKOUT [FOLDER] [ROUNDS]   default: 5 rounds
# Prints for each round and checkout the seconds of both phases and of processor, and in the end
# whether both have the same tables, metadata and pictures.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
other=$(cd "$1" && pwd)
work=${2:-$(mktemp -d)}
rounds=${3:-5}
export NOVACAT_JAVA_OPTS="-Dspark.master=local[2] -Xmx1g"
mkdir -p "$work"

mvn -B -q -f "$root/pom.xml" -pl jobs -am test-compile >/dev/null
"$other/novacat" --version
"$root/novacat" --version
java -cp "$root/jobs/target/test-classes:$(<"$root/jobs/target/dependencies.classpath")" \
  org.novacat.jobs.bench.PhotometryUploads "$work/uploads" 23 100000 2
rm -rf "$work/before" "$work/now"
for nova in 0 1; do
  "$other/novacat" nova add "Nova $nova" --workspace "$work/before" >/dev/null
done
"$other/novacat" register --photometry "$work/uploads" --workspace "$work/before" >/dev/null
cp -r "$work/before" "$work/now" # the same novae, so that tables can be compared
"$other/novacat" ingest-photometry --workspace "$work/before" --output json
"$root/novacat" ingest-photometry --workspace "$work/now" --output json

rebuild() { # checkout, workspace, upload
  "$1/novacat" register --photometry "$3" --workspace "$2" >/dev/null
  local TIMEFORMAT="%U s of processor, %R s"
  echo "$(basename "$2"): $({ time "$1/novacat" ingest-photometry --workspace "$2" --output json |
    grep -o '"build_seconds":[0-9.]*'; } 2>&1 | tr '\n' ' ')"
}

for ((round = 1; round <= rounds; round++)); do
  printf 'star,JD,mag,err,band\nNova 1,%d.5,9.1,0.1,V\n' $((2460000 + round)) >"$work/one-$round.csv"
  rebuild "$other" "$work/before" "$work/one-$round.csv"
  rebuild "$root" "$work/now" "$work/one-$round.csv"
done
for workspace in before now; do
  (cd "$work/$workspace/buckets/nova-cat-private-data" && find derived -type f | sort | xargs sha256sum | sha256sum)
done
