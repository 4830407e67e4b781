#!/usr/bin/env bash
# Conditions and scans of the data source novacat-table beside the connectors spark-dynamodb and
# emr-dynamodb-hadoop, in turn, each in a JVM with a class path of its own, on one table of one server.
#   docs/benchmarks/table-source.sh [FOLDER] [ROUNDS] [ITEMS]   default: a temporary folder, 7, 120000
#   NOVACAT_DYNAMODB_SERVER  the binary of dynoxide                  (default: dynoxide on the path)
#   NOVACAT_JAVA_OPTS        more options for every JVM              (default: -Xmx2g -XX:+UseParallelGC)
# Fetches the connectors, which are on no class path of ours. FOLDER gets the logs of each.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
work=${1:-$(mktemp -d)}
rounds=${2:-7}
items=${3:-120000}
module=$root/persistence/spark/target
mkdir -p "$work/contestants/org/novacat/persistence/bulk"

mvn -B -q -f "$root/pom.xml" -pl persistence/spark -am test-compile dependency:build-classpath \
  -Dmdep.outputFile=target/benchmark.classpath
ours=$module/test-classes:$module/classes:$(<"$module/benchmark.classpath")

# Of this checkout a connector gets the programs that ask it, and Spark; AWS's SDK is its own.
rm -rf "$work/contestants/org/novacat/persistence/bulk/bench"
cp -r "$module/test-classes/org/novacat/persistence/bulk/bench" \
  "$work/contestants/org/novacat/persistence/bulk"
spark=$(tr ':' '\n' <<<"$ours" | grep -v -e '/software/amazon/' -e "^$root/" | paste -sd:)
peer() { # NAME GROUP ARTIFACT VERSION
  mkdir -p "$work/$1"
  cat >"$work/$1/pom.xml" <<POM
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>peers</groupId><artifactId>$1</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>$2</groupId><artifactId>$3</artifactId><version>$4</version></dependency>
  </dependencies>
</project>
POM
  mvn -B -q -f "$work/$1/pom.xml" dependency:build-classpath \
    -Dmdep.outputFile="$work/$1/classpath" >/dev/null
  # As where it is named to Spark: what Spark brings comes first.
  echo "$1=$work/contestants:$spark:$(<"$work/$1/classpath")"
}
peers=("$(peer spark-dynamodb com.audienceproject spark-dynamodb_2.12 1.1.2)"
  "$(peer emr-dynamodb-hadoop com.amazon.emr emr-dynamodb-hadoop 5.0.0)")

# org.apache.spark.launcher.JavaModuleOptions of Spark 3.5
flags=()
for package in java.lang java.lang.invoke java.lang.reflect java.io java.net java.nio java.util \
  java.util.concurrent java.util.concurrent.atomic jdk.internal.ref sun.nio.ch sun.nio.cs \
  sun.security.action sun.util.calendar; do
  flags+=("--add-opens=java.base/$package=ALL-UNNAMED")
done
# shellcheck disable=SC2086 # options are words
java "${flags[@]}" ${NOVACAT_JAVA_OPTS:--Xmx2g -XX:+UseParallelGC} -cp "$ours" \
  org.novacat.persistence.bulk.bench.TableSourceBenchmark \
  "$work" "$items" "$rounds" "novacat-table=$ours" "${peers[@]}" 2>"$work/benchmark.log"
