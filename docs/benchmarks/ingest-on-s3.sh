#!/usr/bin/env bash
# ingest-spectra in local[2] with its objects in buckets of an S3 server on this machine, in turn with a
# local folder; the table is the embedded one in both.
#   docs/benchmarks/ingest-on-s3.sh [FOLDER] [ROUNDS] [FILES…]    default: a temporary folder, 3, 500 2000
# Prints the reports as JSON Lines, with "objects" before them; then for each size and figure the median,
# the least and the most with the folder, the same with S3, and the ratio of the medians. Seconds of
# phases are added up over both threads.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
work=${1:-$(mktemp -d)}
rounds=${2:-3}
shift $(($# < 2 ? $# : 2))
sizes=("$@")
((${#sizes[@]} > 0)) || sizes=(500 2000)
mkdir -p "$work"
export NOVACAT_JAVA_OPTS="-Dspark.master=local[2] ${NOVACAT_JAVA_OPTS:-}"

"$root/novacat" --version
server=$root/persistence/s3server/target
if [[ ! -f $server/s3server.classpath ]]; then
  mvn -B -q -f "$root/pom.xml" -Pquick -pl persistence/s3server package >/dev/null
fi
export AWS_ACCESS_KEY_ID=novacat AWS_SECRET_ACCESS_KEY=novacat-s3-server
port=$((20000 + RANDOM % 10000))
rm -rf "$work/buckets"
mkdir -p "$work/buckets"
# The server ends with its standard input.
coproc SERVER {
  exec java -Xmx512m -Dorg.slf4j.simpleLogger.defaultLogLevel=warn \
    -cp "$server/classes:$(<"$server/s3server.classpath")" org.novacat.persistence.s3server.Main \
    "$work/buckets" "http://127.0.0.1:$port" "$AWS_ACCESS_KEY_ID" "$AWS_SECRET_ACCESS_KEY" false 2>&1
}
until (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do
  kill -0 "$SERVER_PID"
  sleep 0.1
done

ingest() {
  local objects=$1 files=$2 name=$1-$2-$3
  local options=(--workspace "$work/workspace-$name" --output json)
  if [[ $objects == s3 ]]; then
    options+=(--store "s3a://novacat-$name" --public-store "s3a://novacat-$name-public"
      --s3-endpoint "http://127.0.0.1:$port" --region us-east-1)
  fi
  rm -rf "$work/workspace-$name"
  "$root/novacat" init "${options[@]}" >/dev/null
  "$root/novacat" register "$work/files-$files/manifest.csv" --add-novae "${options[@]}" >/dev/null 2>&1
  "$root/novacat" ingest-spectra "${options[@]}" |
    sed "s/^{/{\"objects\":\"$objects\",\"files\":$files,/" | tee -a "$work/reports"
  rm -rf "$work/workspace-$name" "$work/buckets/novacat-$name"*
}

: >"$work/reports"
for files in "${sizes[@]}"; do
  [[ -d $work/files-$files ]] || "$root/novacat" sample "$work/files-$files" --files "$files" >/dev/null
  for ((round = 1; round <= rounds; round++)); do
    ingest folder "$files" "$round"
    ingest s3 "$files" "$round"
  done
done

# The figures of one kind of run, one a line.
figures() {
  grep "^{\"objects\":\"$1\",\"files\":$2," "$work/reports" | grep -o "\"$3\":[0-9.E-]*" | cut -d: -f2
}
median() { sort -g | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)], v[1], v[NR] }'; }
for files in "${sizes[@]}"; do
  for figure in seconds read_seconds decode_seconds normalize_seconds parquet_seconds picture_seconds \
    write_seconds commit_seconds; do
    echo "$(figures folder "$files" "$figure" | median) $(figures s3 "$files" "$figure" | median)" |
      awk -v what="$files files, $figure" \
        '{ printf "%-32s folder %.2f (%.2f to %.2f)  s3 %.2f (%.2f to %.2f)  ratio %.2f\n", what, $1, $2, $3, $4, $5, $6, $4 / $1 }'
  done
done
