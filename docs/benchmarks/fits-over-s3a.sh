#!/usr/bin/env bash
# Sums and counts of FITS files in a bucket of an S3 server on this machine, in Spark's local[2]: the
# data source fits over S3A, in turn with merely reading the same bytes by the AWS SDK.
#   docs/benchmarks/fits-over-s3a.sh [FOLDER] [ROUNDS] [SPECTRA]   default: a temporary folder, 5, 2000
# Then one round through a proxy that counts the requests of each job.
#   NOVACAT_JAVA_OPTS  more options for the JVM                      (default: -Xmx4g)
# Makes the spectra of 172.8 kB and a table of 9.6 million rows, 499 MB, where they are not there.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
work=${1:-$(mktemp -d)}
rounds=${2:-5}
spectra=${3:-2000}
mkdir -p "$work"

# One reactor, so that the modules find each other without being installed; the last one writes last.
mvn -B -q -f "$root/pom.xml" -pl jobs,persistence/s3server -am test-compile \
  dependency:build-classpath -Dmdep.outputFile="$work/classpath" -Dmdep.includeScope=test >/dev/null

# org.apache.spark.launcher.JavaModuleOptions of Spark 3.5
flags=()
for package in java.lang java.lang.invoke java.lang.reflect java.io java.net java.nio java.util \
  java.util.concurrent java.util.concurrent.atomic jdk.internal.ref sun.nio.ch sun.nio.cs \
  sun.security.action sun.util.calendar; do
  flags+=("--add-opens=java.base/$package=ALL-UNNAMED")
done

bench() {
  # shellcheck disable=SC2086 # options are words
  java "${flags[@]}" ${NOVACAT_JAVA_OPTS:--Xmx4g} -Dspark.master=local[2] \
    -Dnovacat.home="$root" -Djdk.httpclient.allowRestrictedHeaders=host \
    -cp "$root/jobs/target/test-classes:$root/jobs/target/classes:$(<"$work/classpath")" \
    org.novacat.jobs.bench.FitsOverS3 "$work" "$@"
}
bench "$rounds" "$spectra" plain
bench 1 "$spectra" counted
