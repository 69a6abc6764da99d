#!/bin/sh
# Measures how fast recordings are read, beside other readers on the same file, and prints a table.
#   tools/bench-read [--events N] [--rounds N] [--cores N,N...]
#     --events   how many events the recording has: 10000000
#     --rounds   how often each reader reads it: 3
#     --cores    a table for each number of processors, such as 1,2,4; those that the machine does
#                not have are left out. All it has, if not given. Needs taskset.
# Rollcall is run as tools/rollcall runs it, with its options for the JVM; the others have none.
# The recording is made first, in target/read of the lab, and stays there. JAVA_HOME chooses the JDK.
set -eu

lab=$(cd "$(dirname "$0")" && pwd)
home=$(cd "$lab/../../.." && pwd)
name=bench-read
. "$home/tools/lib.sh"
events=10000000
rounds=3
cores=

while [ $# -gt 0 ]; do
  case $1 in
    --events | --rounds)
      [ $# -gt 1 ] || fail "$1 needs a number."
      case $2 in
        "" | *[!0-9]*) fail "$1 $2: a number is wanted." ;;
      esac
      if [ "$1" = --events ]; then events=$2; else rounds=$2; fi
      shift
      ;;
    --cores)
      [ $# -gt 1 ] || fail "$1 needs numbers, such as 1,2,4."
      case $2 in
        "" | *[!0-9,]*) fail "$1 $2: numbers are wanted, such as 1,2,4." ;;
      esac
      cores=$(echo "$2" | tr , ' ')
      shift
      ;;
    *) fail "unknown option $1: use --events N, --rounds N, --cores N,N..." ;;
  esac
  shift
done

find_jdk
build_lab bench
out=$lab/target/read
mkdir -p "$out"
echo "bench-read: recording $events events ..." >&2
# What warns of leaks is wanted here, and tells nothing.
"${bin}java" -Drollcall.mode=warn -Drollcall.sites=never -Xlog:jfr+startup=off \
  -XX:FlightRecorderOptions:memorysize=100m -cp "$classpath" \
  dev.rollcall.bench.read.ManyLives "$out/lives.jfr" "$home/jfc/rollcall.jfc" "$events"

# What the launcher tells the JVM that reads a large recording.
reading=$(sed -n 's/.* reading=\(-.*\)$/\1/p' "$home/tools/rollcall")
[ -n "$reading" ] || fail "tools/rollcall sets no options for reading: look for \"reading=\" in it."

table() { # what goes before java
  "$@" "${bin}java" "-Dreading=$reading" -cp "$classpath" dev.rollcall.bench.read.ReadTable "$out/lives.jfr" "$rounds"
}

if [ -z "$cores" ]; then
  table env | tee "$out/table.md"
  exit
fi
command -v taskset >/dev/null 2>&1 || fail "there is no taskset: install util-linux, or leave out --cores."
: >"$out/table.md"
for count in $cores; do
  if [ "$count" -lt 1 ] || [ "$count" -gt "$(nproc)" ]; then
    echo "bench-read: left out $count cores: this machine has $(nproc)" >&2
    continue
  fi
  {
    printf '\n%s of %s processors:\n\n' "$count" "$(nproc)"
    table taskset -c "0-$((count - 1))"
  } | tee -a "$out/table.md"
done
# The whole report, on so many processors beside the first number of them.
awk -F'|' -v target=1.7 '
  / processors:$/ { count = $1; sub(/ .*/, "", count) }
  $2 ~ /^ Rollcall: events, histories/ {
    if (!first) {
      first = $3
      print "\n| processors | seconds | speed | target |\n| ---: | ---: | ---: | --- |"
    }
    speed = first / $3
    printf "| %d | %.1f | %.2f | %s |\n", count, $3, speed,
      count == 2 ? target ": " (speed >= target ? "reached" : "**missed**") : ""
  }' "$out/table.md" | tee "$out/speed.md"
cat "$out/speed.md" >>"$out/table.md"
