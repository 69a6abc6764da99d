#!/bin/sh
# Measures the diagnosis: how often the method that forgot a release is among the suspects.
#   tools/diagnosis [history|mutation|train] [--short] [--mutants N] [--seed S] [--again] [--jdk HOME]
#     history    the real cases, as tools/cases --short runs them
#     mutation   mutants of Netty's codecs, of libraries that use Netty or JDBC and of parts of an
#                application, each with one call that is not made as it should be; without a word,
#                both of these
#     train      mutation, and then what each kind of evidence weighs is learned from it: writes the
#                product's table, and prints how often each library is judged rightly by what the
#                others teach, and by the table there was
#     --short    twelve mutants only, as in CI; what they teach is not written to the product's table
#     --mutants  how many mutants, at most; all
#     --seed     which, and in which order: 1
#     --again    ranks the recordings of the last run with the same extent, and runs nothing
#     --jdk      the JDK to run on; the JDK in use
# The tables go to stdout; the mutants, one a line, and their recordings are in target of the lab.
# Exits with 1 if the unmutated program leaks or is suspected, if no mutant leaks, or if a case fails.
# A scenario that does not do the same three times is left out, and named.
set -eu

lab=$(cd "$(dirname "$0")" && pwd)
home=$(cd "$lab/../../.." && pwd)
name=diagnosis
. "$home/tools/lib.sh"
part=both
table="$home/src/main/resources/dev/rollcall/diagnosis/weights.properties"
mutants=""
seed=1
short=no
how=run

while [ $# -gt 0 ]; do
  case $1 in
    history | mutation | train)
      [ "$part" = both ] || fail "$part or $1: one of them; without any, history and mutation."
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
    *) fail "unknown argument $1: use history, mutation, train, --short, --mutants N, --seed S, --again, --jdk HOME." ;;
  esac
  shift
done
[ "$short" = no ] || [ -z "$mutants" ] || fail "--short runs twelve mutants: leave out --mutants."
[ "$part" != history ] || [ "$how" = run ] || fail "--again is for mutation and train."

find_jdk

status=0
case $part-$how in
  both-run | history-run | train-run)
    "$home/tools/cases" --short || status=$?
    [ "$status" -le 1 ] || exit "$status"
    ;;
esac
[ "$part" != history ] || exit "$status"

build_lab mutants test-compile
cd "$lab"
out=target/mutation
if [ "$short" = yes ]; then out=target/short mutants=12 table=target/short/weights.properties; fi
"${bin}java" -cp "$classpath" dev.rollcall.mutants.Mutation "$out" "${mutants:-9999}" "$seed" "$how" || exit 1
if [ "$part" = train ] || [ "$short" = yes ]; then
  echo
  if [ "$short" = yes ]; then set -- "$out" "$table"; else set -- "$out" "$table" ../cases/src/cases/cases.json ../cases/target/cases; fi
  "${bin}java" -cp "$classpath" dev.rollcall.mutants.Training "$@" || exit 1
fi
exit "$status"
