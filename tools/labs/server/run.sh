#!/bin/sh
# Runs a Spring Boot server that never stops, under a load that goes up and down: once with three seeded
# leaks (one a minute, one in a hundred requests, one only under errors), and beside it once without.
# Asks Rollcall while they run, with rollcall watch and with rollcall report on a dump, and checks that
# each leak's method is suspected first, and that nothing is called overdue or growing where nothing leaks.
#   tools/server [--short] [--minutes N] [--jdk HOME]
#     --short    about a minute in all: the leaks come ten times as often, and the healthy server runs for
#                30 s, which shows that all of it works; only the long form shows that rare leaks are found
#                after two minutes, and that ten minutes of health are silent
#     --minutes  how long the healthy server runs: 10
#     --jdk      the JDK to run on; the JDK in use
# The table goes to stdout. Exits with 1 if something is not as it must be. Dumps, reports and what all
# processes said are in target/run of the lab.
set -eu

lab=$(cd "$(dirname "$0")" && pwd)
home=$(cd "$lab/../../.." && pwd)
name=server
. "$home/tools/lib.sh"
plan=10

while [ $# -gt 0 ]; do
  case $1 in
    --short) plan=short ;;
    --minutes)
      [ $# -gt 1 ] || fail "--minutes needs a number."
      case $2 in
        "" | *[!0-9]* | 0* | ?????*) fail "--minutes $2: a number from 1 to 9999 is wanted." ;;
      esac
      plan=$2
      shift
      ;;
    --jdk)
      [ $# -gt 1 ] || fail "--jdk needs a value."
      use_jdk "$2"
      shift
      ;;
    *) fail "unknown option $1: use --short, --minutes N, --jdk HOME." ;;
  esac
  shift
done

find_jdk
build_lab server
run=$lab/target/run
rm -rf "$run"
mkdir -p "$run"
if [ "$plan" = short ]; then how="for half a minute"; else how="with leaks for 2 minutes, without for $plan"; fi
echo "$name: two servers run, $how ..." >&2
status=0
"${bin}java" -cp "$classpath" dev.rollcall.server.Acceptance "$run" "$home/jfc/rollcall.jfc" "$plan" || status=$?
[ "$status" -eq 0 ] || fail "what the processes said is in $run" "$status"
