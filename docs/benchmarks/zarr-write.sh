#!/usr/bin/env bash
# 20,000 spectra of 4,000 pixels with photon noise, flux and uncertainty, 640 MB of float32: to a Zarr store,
# and compressed only, by novacat with two threads and by zarr-python with two threads of Blosc, in turn.
#   docs/benchmarks/zarr-write.sh [FOLDER] [ROUNDS]       default: a temporary folder, 5 rounds
# The data are made in FOLDER/data when they are missing; 2 GB of memory and of disk are needed.
# PEER names the peer's program (run by $PYTHON, default python3, which has zarr), called as
#   PEER FOLDER store|mem ROUNDS THREADS:LEVEL
# It reads FOLDER/data/flux.f32 and unc.f32, and prints a line with `MB/s cpu SECONDS s ratio RATIO`;
# without PEER it is left out.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
work=${1:-$(mktemp -d)}
rounds=${2:-5}

peer=()
if [[ -n ${PEER:-} ]]; then
  peer=("${PYTHON:-python3}" "$PEER")
fi

mvn -B -q -f "$root/pom.xml" -pl layouts/zarr -am test-compile dependency:build-classpath \
  -DincludeScope=test -Dmdep.outputFile=target/test.classpath >&2
module=$root/layouts/zarr/target
java -Xmx2g -XX:+UseParallelGC -cp "$module/test-classes:$module/classes:$(<"$module/test.classpath")" \
  org.novacat.zarr.bench.WriteBenchmark "$work" "$rounds" 2 "${peer[@]}"
