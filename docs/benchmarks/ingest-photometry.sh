#!/usr/bin/env bash
# Photometry uploads through ingest-photometry in local[2], then one small upload more, beside a loop
# that only reads the same files with pandas or, where there is no pandas, with STIL.
#   docs/benchmarks/ingest-photometry.sh [FOLDER] [UPLOADS] [ROWS_EACH] [NOVAE]   default: 2000 10000 500
# Prints the reports as JSON Lines.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
work=${1:-$(mktemp -d)}
uploads=${2:-2000}
rows=${3:-10000}
novae=${4:-500}
workspace=$work/workspace
export NOVACAT_JAVA_OPTS="-Dspark.master=local[2] ${NOVACAT_JAVA_OPTS:-}"

mvn -B -q -f "$root/pom.xml" -pl jobs -am test-compile >/dev/null
bench() { java -cp "$root/jobs/target/test-classes:$(<"$root/jobs/target/dependencies.classpath")" "$@"; }

bench org.novacat.jobs.bench.PhotometryUploads "$work/uploads" "$uploads" "$rows" "$novae"
du -sh "$work/uploads"
rm -rf "$workspace"
# The first spectra manifest of a workspace adds novae in bulk; an empty file each is enough for that.
{
  echo "locator,nova"
  for ((n = 0; n < novae; n++)); do
    printf 'nova %d\n' "$n" >"$work/nova-$n.fits"
    echo "nova-$n.fits,Nova $n"
  done
} >"$work/novae.csv"
"$root/novacat" register "$work/novae.csv" --add-novae --workspace "$workspace" --output json 2>/dev/null | cut -c1-120
"$root/novacat" register --photometry "$work/uploads" --workspace "$workspace" --output json | cut -c1-120
"$root/novacat" ingest-photometry --workspace "$workspace" --output json
mkdir -p "$work/one"
printf 'star,JD,mag,err,band\nNova 7,2460000.5,9.1,0.1,V\n' >"$work/one/small.csv"
"$root/novacat" register --photometry "$work/one" --workspace "$workspace" --output json | cut -c1-120
time "$root/novacat" ingest-photometry --workspace "$workspace" --output json
python=${PYTHON:-python3}
if "$python" -c 'import pandas' 2>/dev/null; then
  "$python" - "$work/uploads" <<'PY'
import glob, sys, time
import pandas
start = time.time()
rows = sum(len(pandas.read_csv(f)) for f in glob.glob(sys.argv[1] + "/*.csv"))
took = time.time() - start
print("pandas %s, only parsing: %d rows in %.1f s, %.0f rows/s" % (pandas.__version__, rows, took, rows / took))
PY
fi
