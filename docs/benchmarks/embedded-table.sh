#!/usr/bin/env bash
# How fast commands start beside a bare JVM, and how fast the embedded table commits.
#   docs/benchmarks/embedded-table.sh [FOLDER] [ROUNDS] [ITEMS]     default: temporary, 9, 120000
# Commands and the bare JVM in turn; prints the median of each, in ms, and its ratio to the bare JVM.
# With NOVACAT_DYNAMODB_SERVER (the binary of dynoxide) the same commits go to that server too.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
work=${1:-$(mktemp -d)}
mkdir -p "$work"
rounds=${2:-9}
items=${3:-120000}
workspace=$work/workspace
java=${NOVACAT_JAVA_HOME:+$NOVACAT_JAVA_HOME/bin/}java

cat >"$work/Bare.java" <<'JAVA'
public class Bare { public static void main(String[] arguments) {} }
JAVA
"${java}c" -d "$work" "$work/Bare.java"
"$root/novacat" nova add "V339 Del" --workspace "$workspace" >/dev/null

millis() {
  local begin=$EPOCHREALTIME
  "$@" >/dev/null
  local end=$EPOCHREALTIME
  echo $(((${end/./} - ${begin/./}) / 1000))
}
for ((i = 0; i < rounds; i++)); do
  millis "$java" -Xshare:auto -XX:+UseParallelGC -cp "$work" Bare >>"$work/bare"
  millis "$root/novacat" status --workspace "$workspace" >>"$work/status"
  millis "$root/novacat" nova list --workspace "$workspace" >>"$work/nova-list"
done
median() { sort -n "$1" | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)], v[1], v[NR] }'; }
bare=$(median "$work/bare" | cut -d' ' -f1)
for what in bare status nova-list; do
  median "$work/$what" | awk -v what="$what" -v bare="$bare" \
    '{ printf "{\"command\":\"%s\",\"median_ms\":%s,\"fastest_ms\":%s,\"slowest_ms\":%s,\"times_bare\":%.1f}\n", what, $1, $2, $3, $1 / bare }'
done

# One reactor, so that the modules find each other without being installed; the last one writes last.
mvn -B -q -f "$root/pom.xml" -pl persistence -am test-compile dependency:build-classpath \
  -Dmdep.outputFile="$work/classpath" -Dmdep.includeScope=test >/dev/null
for table in "$work/table" ${NOVACAT_DYNAMODB_SERVER:+server}; do
  "$java" -cp "$root/persistence/target/test-classes:$root/persistence/target/classes:$(<"$work/classpath")" \
    org.novacat.persistence.bench.CommitRate "$table" "$items" 2>/dev/null
done
