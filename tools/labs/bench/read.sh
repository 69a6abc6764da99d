#!/bin/sh
# Measures how fast recordings are read, beside other readers on the same file, and prints a table.
#   tools/bench-read [--events N] [--rounds N]
#     --events   how many events the recording has: 10000000
#     --rounds   how often each reader reads it: 3
# The recording is made first, in target/bench-read, and stays there. JAVA_HOME chooses the JDK.
set -eu

home=$(cd "$(dirname "$0")/.." && pwd)
cd "$home"
events=10000000
rounds=3

fail() {
  echo "bench-read: $1" >&2
  exit 2
}

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

if [ -n "${JAVA_HOME:-}" ]; then java="$JAVA_HOME/bin/java"; else java=java; fi
command -v "$java" >/dev/null 2>&1 || fail "there is no java: install a JDK 17 or newer, or set JAVA_HOME."
command -v mvn >/dev/null 2>&1 || fail "there is no mvn to build with: install Apache Maven."
echo "bench-read: building ..." >&2
mvn -q -B -ntp -Dstyle.color=never -Pjmh test-compile -Dmaven.test.skip=true -Dspotless.check.skip=true >&2 ||
  fail "the build failed."
classpath="target/jmh/classes:target/classes:target/jmh/lib/*"
out=target/bench-read
mkdir -p "$out"
echo "bench-read: recording $events events ..." >&2
# What warns of leaks is wanted here, and tells nothing.
"$java" -Drollcall.mode=warn -Drollcall.sites=never -Xlog:jfr+startup=off \
  -XX:FlightRecorderOptions:memorysize=100m -cp "$classpath" \
  dev.rollcall.bench.read.ManyLives "$out/lives.jfr" jfc/rollcall.jfc "$events"
"$java" -cp "$classpath" dev.rollcall.bench.read.ReadTable "$out/lives.jfr" "$rounds" | tee "$out/table.md"
