#!/usr/bin/env bash
# One window of wavelengths of all spectra in Spark's local[2]: from tables/samples.parquet and from
# tables/spectra.parquet of a release, in turn with the objects derived/spectra/.../spectrum.parquet that
# they were made of, in a folder, or in a bucket of the tests' S3 server. All must say the same.
#   docs/benchmarks/spectra-window.sh [FOLDER] [ROUNDS] [SPECTRA] [folder|bucket]
#   default: a temporary folder, 3, 20000, folder
#   NOVACAT_JAVA_OPTS  more options for the JVM                      (default: -Xmx2g)
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
work=${1:-$(mktemp -d)}
rounds=${2:-3}
spectra=${3:-20000}
place=${4:-folder}
mkdir -p "$work"

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

# shellcheck disable=SC2086 # options are words
java "${flags[@]}" ${NOVACAT_JAVA_OPTS:--Xmx2g} -Dspark.master=local[2] -Dnovacat.home="$root" \
  -cp "$root/jobs/target/test-classes:$root/jobs/target/classes:$(<"$work/classpath")" \
  org.novacat.jobs.bench.SpectraWindow "$work" "$rounds" "$spectra" "$place"
