#!/bin/sh
# Measures what Rollcall costs in a Netty and a gRPC server under load, beside Netty's own detector.
#   tools/load [--short] [--rounds N] [--seconds N] [--variants V,...] [--protocols P,...] [--jdk HOME]
#   tools/load --profile VARIANT [--seconds N] [--protocols P,...] [--jdk HOME]
#     --short      only shows that everything works and that no detector is wrong; measures nothing
#     --rounds     how often each variant of a server is measured: 5
#     --seconds    how long it is in a closed loop, and half as long at a fixed rate: 2; a profile: 10
#     --variants   nothing and these instead of all: warn, warn-no-sites, production, no-stacks,
#                  recorded, recorded-large-chunks, hook, advanced, paranoid; and, which no whole
#                  run has: expected, all-uses, no-stacks-large-chunks, simple
#     --protocols  http or grpc instead of both
#     --profile    says where a variant's server spends its CPU time, by async-profiler; the stacks go
#                  to target/*.folded of the lab, of which flame graphs are made
#     --jdk        the JDK to measure on; the JDK in use
# All of it takes about 10 minutes. The tables, the targets' among them, go to stdout and to
# target/table.md of the lab. Fails with status 1 if a detector reports a leak, for the servers have none.
set -eu

lab=$(cd "$(dirname "$0")" && pwd)
home=$(cd "$lab/../../.." && pwd)
name=load
. "$home/tools/lib.sh"
short=""
rounds=""
seconds=""
variants=""
protocols=""
profile=""

while [ $# -gt 0 ]; do
  case $1 in
    --short) short=yes ;;
    --rounds | --seconds)
      [ $# -gt 1 ] || fail "$1 needs a number."
      case $2 in
        "" | *[!0-9]* | 0* | ?????*) fail "$1 $2: a number from 1 to 9999 is wanted." ;;
      esac
      if [ "$1" = --rounds ]; then rounds=$2; else seconds=$2; fi
      shift
      ;;
    --variants | --protocols | --profile)
      [ -n "${2:-}" ] || fail "$1 needs a value."
      case $1 in
        --protocols) protocols=$2 ;;
        --profile) profile=$2 ;;
        *) variants=$2 ;;
      esac
      shift
      ;;
    --jdk)
      [ $# -gt 1 ] || fail "--jdk needs a value."
      use_jdk "$2"
      shift
      ;;
    *) fail "unknown option $1: use --short, --rounds N, --seconds N, --variants V,..., --protocols P,..., --profile VARIANT, --jdk HOME." ;;
  esac
  shift
done
plan=full
if [ -n "$short" ]; then
  plan=short
  [ -z "$rounds$seconds$variants$protocols$profile" ] ||
    fail "--short measures nothing: leave out the options other than --jdk."
elif [ -n "$profile" ]; then
  plan=profile
  [ -z "$rounds$variants" ] ||
    fail "--profile is of one variant and has no rounds: leave out --rounds and --variants."
fi

find_jdk
build_lab load

# What is not measured must not replace what was.
case $plan in
  short) set -- "$lab/target/short" short ;;
  profile) set -- "$lab/target" profile "${seconds:-10}" "${protocols:-all}" "$profile" ;;
  full) set -- "$lab/target" measure "${rounds:-5}" "${seconds:-2}" "${protocols:-all}" "${variants:-all}" ;;
esac
out=$1
mkdir -p "$out"
result="$out/table.md"
[ "$plan" != profile ] || result="$out/profile.md"
# Servers find the settings files from here. What fails must not replace what was measured, either.
cd "$home"
"${bin}java" -Dslf4j.internal.verbosity=ERROR -cp "$classpath" dev.rollcall.load.Load "$@" >"$result.new"
mv "$result.new" "$result"
if [ "$plan" = short ]; then
  echo "load: every server works, and every detector is right. Nothing was measured." >&2
else
  cat "$result"
fi
