#!/bin/sh
# Measures what Rollcall costs in a Netty and a gRPC server under load, beside Netty's own detector.
#   tools/load [--short] [--rounds N] [--seconds N] [--jdk HOME]
#     --short    only shows that everything works and that no detector is wrong; measures nothing
#     --rounds   how often each variant of a server is measured: 3
#     --seconds  how long it is, in a closed loop and again at a fixed rate: 3
#     --jdk      the JDK to measure on; the JDK in use
# The table goes to stdout and to target/load/table.md. Fails with status 1 if a detector reports a
# leak, for the servers have none.
set -eu

home=$(cd "$(dirname "$0")/.." && pwd)
cd "$home"
plan=full
rounds=""
seconds=""
java=java
[ -z "${JAVA_HOME:-}" ] || java=$JAVA_HOME/bin/java

fail() {
  echo "load: $1" >&2
  exit 2
}

while [ $# -gt 0 ]; do
  case $1 in
    --short) plan=short ;;
    --rounds | --seconds)
      [ $# -gt 1 ] || fail "$1 needs a number."
      case $2 in
        "" | *[!0-9]* | 0* | ?????*) fail "$1 $2: a number from 1 to 9999 is wanted." ;;
      esac
      if [ "$1" = --rounds ]; then rounds=$2; else seconds=$2; fi
      shift
      ;;
    --jdk)
      [ $# -gt 1 ] || fail "--jdk needs a value."
      java=$2/bin/java
      shift
      ;;
    *) fail "unknown option $1: use --short, --rounds N, --seconds N, --jdk HOME." ;;
  esac
  shift
done
[ "$plan" = full ] || [ -z "$rounds$seconds" ] || fail "--short measures nothing: leave out --rounds and --seconds."

command -v "$java" >/dev/null 2>&1 || fail "there is no $java: install a JDK 17 or newer, or use --jdk."
command -v mvn >/dev/null 2>&1 || fail "there is no mvn to build with: install Apache Maven."
echo "load: building ..." >&2
mvn -q -B -ntp -Dstyle.color=never -Pload test-compile -Dmaven.test.skip=true -Dspotless.check.skip=true >&2 ||
  fail "the build failed."

# What is not measured must not replace what was.
if [ "$plan" = short ]; then set -- target/load/short short; else set -- target/load "${rounds:-3}" "${seconds:-3}"; fi
out=$1
mkdir -p "$out"
"$java" -Dslf4j.internal.verbosity=ERROR -cp "target/load/classes:target/classes:target/load/lib/*" dev.rollcall.load.Load "$@" >"$out/table.md"
if [ "$plan" = short ]; then
  echo "load: every server works, and every detector is right. Nothing was measured." >&2
else
  cat "$out/table.md"
fi
