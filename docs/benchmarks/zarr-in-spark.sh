#!/usr/bin/env bash
# The data of zarr-write.sh, in memory, written as chunks of a store by Spark's tasks in local[2], in turn with
# the encoder alone on two threads.
#   docs/benchmarks/zarr-in-spark.sh FOLDER [ROUNDS]    FOLDER as zarr-write.sh left it; default: 9 rounds
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
work=$1
rounds=${2:-9}

# One reactor, so that the modules find each other without being installed; the last one writes last.
mvn -B -q -f "$root/pom.xml" -pl jobs -am test-compile \
  dependency:build-classpath -Dmdep.outputFile="$work/classpath" -Dmdep.includeScope=test >/dev/null

# org.apache.spark.launcher.JavaModuleOptions of Spark 3.5
flags=()
for package in java.lang java.lang.invoke java.lang.reflect java.io java.net java.nio java.util \
  java.util.concurrent java.util.concurrent.atomic jdk.internal.ref sun.nio.ch sun.nio.cs \
  sun.security.action sun.util.calendar; do
  flags+=("--add-opens=java.base/$package=ALL-UNNAMED")
done

java "${flags[@]}" -Xmx3g -XX:+UseParallelGC -Dspark.master=local[2] \
  -cp "$root/jobs/target/test-classes:$root/jobs/target/classes:$(<"$work/classpath")" \
  org.novacat.jobs.zarr.row.ZarrInSpark "$work" "$rounds"
