#!/usr/bin/env bash
# Sums and counts of FITS files in Spark's local[2]: the data source fits, beside merely reading the
# bytes and, where its jar is named, spark-fits, in turn.
#   docs/benchmarks/fits-data-source.sh [FOLDER] [ROUNDS]   default: a temporary folder, 5
#   SPARK_FITS_JAR  the jar of spark-fits, built for Scala 2.12      (default: it does not take part)
#   NOVACAT_JAVA_OPTS  more options for the JVM                      (default: -Xmx4g)
# Makes 2,000 spectra of 172.8 kB and a table of 9.6 million rows, 499 MB, where they are not there.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
work=${1:-$(mktemp -d)}
rounds=${2:-5}
peer=${SPARK_FITS_JAR:-}

mvn -B -q -f "$root/pom.xml" -pl fits-reader/spark -am test-compile \
  dependency:build-classpath \
  -Dmdep.outputFile=target/benchmark.classpath

# org.apache.spark.launcher.JavaModuleOptions of Spark 3.5
flags=()
for package in java.lang java.lang.invoke java.lang.reflect java.io java.net java.nio java.util \
  java.util.concurrent java.util.concurrent.atomic jdk.internal.ref sun.nio.ch sun.nio.cs \
  sun.security.action sun.util.calendar; do
  flags+=("--add-opens=java.base/$package=ALL-UNNAMED")
done

module=$root/fits-reader/spark/target
# shellcheck disable=SC2086 # options are words
java "${flags[@]}" ${NOVACAT_JAVA_OPTS:--Xmx4g} \
  -cp "$module/classes:$module/test-classes:$(<"$module/benchmark.classpath")${peer:+:$peer}" \
  org.novacat.fits.spark.bench.DataSourceBenchmark "$work" "$rounds" "${peer:+with-peer}"
