#!/usr/bin/env bash
# Headers and all numbers of 2,000 files of four kinds: novacat, nom-tam-fits and programs, in turn.
#   docs/benchmarks/fits-read.sh [FOLDER] [ROUNDS]       default: a temporary folder, 5 rounds
# The files (416 MB) are 500 copies each of four real ones below $NOVACAT_SHARED_DATA.
# PEERS names a folder with the programs of others, built outside this repository:
#   cfitsio_read   built from C on libcfitsio; called as `cfitsio_read h|f LIST`
#   astropy_read.py   run by $PYTHON (default python3), which has astropy; `astropy_read.py LIST h|f`
# Each prints one line with ` t=SECONDS` and ` cards=`, ` sum=` or ` acc=`; without PEERS they are left out.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
work=${1:-$(mktemp -d)}
rounds=${2:-5}
real=${NOVACAT_SHARED_DATA:-$root/../shared/data}/fits/files

mkdir -p "$work/files"
for name in spec-0266-51602-0031 PH957_f alpha_lyr_stis_011 jw01243001001_01101_00001_nrca5_x1d; do
  for number in $(seq -w 500); do
    [[ -e $work/files/$number-$name.fits ]] ||
      cp --no-preserve=mode "$real/$name.fits" "$work/files/$number-$name.fits"
  done
done
list=$work/list
find "$work/files" -name '*.fits' | sort >"$list"

programs=()
if [[ -n ${PEERS:-} ]]; then
  programs+=("cfitsio=$PEERS/cfitsio_read MODE $list")
  programs+=("astropy=${PYTHON:-python3} $PEERS/astropy_read.py $list MODE")
fi

mvn -B -q -f "$root/pom.xml" -pl fits-reader -am test-compile dependency:build-classpath \
  -DincludeScope=test -Dmdep.outputFile=target/test.classpath >&2
module=$root/fits-reader/target
java -Xmx512m -XX:+UseSerialGC -cp "$module/test-classes:$module/classes:$(<"$module/test.classpath")" \
  org.novacat.fits.bench.ReadBenchmark "$list" "$rounds" "${programs[@]}"
