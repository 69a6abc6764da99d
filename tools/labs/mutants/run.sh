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
# The tables go to stdout; the mutants, one a line, and their recordings are in target/diagnosis.
# Exits with 1 if the unmutated program leaks or is suspected, if no mutant leaks, or if a case fails.
set -eu

home=$(cd "$(dirname "$0")/.." && pwd)
cd "$home"
part=both
mutants=""
seed=1
short=no
how=run

fail() {
  echo "diagnosis: $1" >&2
  exit 2
}

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
      JAVA_HOME=$2 && export JAVA_HOME
      shift
      ;;
    *) fail "unknown argument $1: use history, mutation, --short, --mutants N, --seed S, --again, --jdk HOME." ;;
  esac
  shift
done
[ "$short" = no ] || [ -z "$mutants" ] || fail "--short runs twelve mutants: leave out --mutants."
[ "$part" != history ] || [ "$how" = run ] || fail "--again is for mutation."

if [ -n "${JAVA_HOME:-}" ]; then java=$JAVA_HOME/bin/java; else java=java; fi
command -v "$java" >/dev/null 2>&1 || fail "there is no $java: install a JDK 17 or newer, or use --jdk."
command -v mvn >/dev/null 2>&1 || fail "there is no mvn to build with: install Apache Maven."

status=0
if [ "$part" != mutation ] && [ "$how" = run ]; then
  tools/cases --short || status=$?
  [ "$status" -le 1 ] || exit "$status"
fi
[ "$part" != history ] || exit "$status"

echo "diagnosis: building ..." >&2
mkdir -p target/diagnosis
mvn -q -B -ntp -Dstyle.color=never -Dspotless.check.skip=true -Pmutants test-compile \
  org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath \
  -Dmdep.includeScope=test -Dmdep.outputFile=target/diagnosis/driver >&2 || fail "the build failed."
if [ "$short" = yes ]; then out=target/diagnosis/short mutants=12; else out=target/diagnosis/mutation; fi
"$java" -cp "target/classes:target/test-classes:$(cat target/diagnosis/driver)" \
  dev.rollcall.mutants.Mutation "$out" "${mutants:-9999}" "$seed" "$how" || exit 1
exit "$status"
