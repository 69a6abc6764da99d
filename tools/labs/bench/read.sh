#!/bin/sh
# Measures how fast recordings are read, beside other readers on the same file, and prints a table.
#   tools/bench-read [--events N] [--rounds N]
#     --events   how many events the recording has: 10000000
#     --rounds   how often each reader reads it: 3
# The recording is made first, in target/read of the lab, and stays there. JAVA_HOME chooses the JDK.
set -eu

lab=$(cd "$(dirname "$0")" && pwd)
home=$(cd "$lab/../../.." && pwd)
name=bench-read
. "$home/tools/lib.sh"
events=10000000
rounds=3

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
    *) fail "unknown option $1: use --events N, --rounds N." ;;
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
"${bin}java" -cp "$classpath" dev.rollcall.bench.read.ReadTable "$out/lives.jfr" "$rounds" | tee "$out/table.md"
