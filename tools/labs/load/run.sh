#!/bin/sh
# Measures what Rollcall costs in a Netty and a gRPC server under load, beside Netty's own detector.
#   tools/load [--short] [--rounds N] [--seconds N] [--jdk HOME]
#     --short    only shows that everything works and that no detector is wrong; measures nothing
#     --rounds   how often each variant of a server is measured: 3
#     --seconds  how long it is, in a closed loop and again at a fixed rate: 3
#     --jdk      the JDK to measure on; the JDK in use
# The table goes to stdout and to target/table.md of the lab. Fails with status 1 if a detector reports a
# leak, for the servers have none.
set -eu

lab=$(cd "$(dirname "$0")" && pwd)
home=$(cd "$lab/../../.." && pwd)
name=load
. "$home/tools/lib.sh"
plan=full
rounds=""
seconds=""

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
      use_jdk "$2"
      shift
      ;;
    *) fail "unknown option $1: use --short, --rounds N, --seconds N, --jdk HOME." ;;
  esac
  shift
done
[ "$plan" = full ] || [ -z "$rounds$seconds" ] || fail "--short measures nothing: leave out --rounds and --seconds."

find_jdk
build_lab load

# What is not measured must not replace what was.
if [ "$plan" = short ]; then set -- "$lab/target/short" short; else set -- "$lab/target" "${rounds:-3}" "${seconds:-3}"; fi
out=$1
mkdir -p "$out"
"${bin}java" -Dslf4j.internal.verbosity=ERROR -cp "$classpath" dev.rollcall.load.Load "$@" >"$out/table.md"
if [ "$plan" = short ]; then
  echo "load: every server works, and every detector is right. Nothing was measured." >&2
else
  cat "$out/table.md"
fi
