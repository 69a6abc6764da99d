#!/bin/sh
# Measures the diagnosis: how often the method that forgot a release is among the suspects.
#   tools/diagnosis [history|mutation] [--short] [--mutants N] [--seed S] [--again] [--jdk HOME]
#     history    the real cases, as tools/cases --short runs them
#     mutation   mutants of Netty's codecs and of a few handlers, each with one release call skipped;
#                without either, both
#     --short    twelve mutants only, as in CI
#     --mutants  how many mutants, at most; all
#     --seed     which, and in which order: 1
#     --again    ranks the recordings of the last run with the same extent, and runs nothing
#     --jdk      the JDK to run on; the JDK in use
# The tables go to stdout; the mutants, one a line, and their recordings are in target of the lab.
# Exits with 1 if the unmutated program leaks or is suspected, if no mutant leaks, or if a case fails.
set -eu

lab=$(cd "$(dirname "$0")" && pwd)
home=$(cd "$lab/../../.." && pwd)
name=diagnosis
. "$home/tools/lib.sh"
part=both
mutants=""
seed=1
short=no
how=run

while [ $# -gt 0 ]; do
  case $1 in
    history | mutation)
      [ "$part" = both ] || fail "$part or $1: without either, both are run."
      part=$1
      ;;
    --short) short=yes ;;
    --again) how=again ;;
    --mutants | --seed)
      [ $# -gt 1 ] || fail "$1 needs a number."
      case $2 in
        "" | 0* | *[!0-9]* | ?????*) fail "$1 $2: a number from 1 to 9999 is wanted." ;;
      esac
      if [ "$1" = --seed ]; then seed=$2; else mutants=$2; fi
      shift
      ;;
    --jdk)
      [ $# -gt 1 ] || fail "--jdk needs a value."
      use_jdk "$2"
      shift
      ;;
    *) fail "unknown argument $1: use history, mutation, --short, --mutants N, --seed S, --again, --jdk HOME." ;;
  esac
  shift
done
[ "$short" = no ] || [ -z "$mutants" ] || fail "--short runs twelve mutants: leave out --mutants."
[ "$part" != history ] || [ "$how" = run ] || fail "--again is for mutation."

find_jdk

status=0
if [ "$part" != mutation ] && [ "$how" = run ]; then
  "$home/tools/cases" --short || status=$?
  [ "$status" -le 1 ] || exit "$status"
fi
[ "$part" != history ] || exit "$status"

build_lab mutants test-compile
cd "$lab"
if [ "$short" = yes ]; then out=target/short mutants=12; else out=target/mutation; fi
"${bin}java" -cp "$classpath" dev.rollcall.mutants.Mutation "$out" "${mutants:-9999}" "$seed" "$how" || exit 1
exit "$status"
