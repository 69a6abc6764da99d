#!/bin/sh
# Lives at random on platform threads and, from JDK 21 on, virtual ones, while checks run, recordings
# start and stop, and class loaders come and go. In the end all totals must be exact: those of the
# checker, and those that the tool reads in the last recording.
#   tools/soak [--short] [--minutes N] [--seed N] [--jdk HOME]
#     --short     about a minute in all
#     --minutes   how long: 60
#     --seed      which lives; the clock's, which is printed
#     --jdk       the JDK to run on; the JDK in use
# Exits with 1 if something is wrong. The last recording stays in target/run of the lab.
set -eu

lab=$(cd "$(dirname "$0")" && pwd)
home=$(cd "$lab/../../.." && pwd)
name=soak
. "$home/tools/lib.sh"
seconds=3600
seed=$(date +%s)

while [ $# -gt 0 ]; do
  case $1 in
    --short) seconds=20 ;;
    --minutes | --seed)
      [ $# -gt 1 ] || fail "$1 needs a number."
      case $2 in
        "" | *[!0-9]* | 0* | ???????????*) fail "$1 $2: a number from 1 to 9999999999 is wanted." ;;
      esac
      if [ "$1" = --seed ]; then seed=$2; else seconds=$(($2 * 60)); fi
      shift
      ;;
    --jdk)
      [ $# -gt 1 ] || fail "--jdk needs a value."
      use_jdk "$2"
      shift
      ;;
    *) fail "unknown option $1: use --short, --minutes N, --seed N, --jdk HOME." ;;
  esac
  shift
done

find_jdk
build_lab soak
run=$lab/target/run
rm -rf "$run"
mkdir -p "$run"
echo "$name: $seconds s, --seed $seed ..." >&2
# What is left on purpose is said in each check, so that stderr is long.
"${bin}java" -Xmx256m -Drollcall.mode=warn "-Drollcall.report=$run/report.txt" \
  -cp "$classpath" dev.rollcall.soak.Soak "$seconds" "$seed" "$run" "$home/jfc/rollcall.jfc" \
  2>"$run/stderr.txt" || fail "something is wrong; what was said besides is in $run/stderr.txt" 1
"${bin}java" -Xmx1g -Dslf4j.internal.verbosity=ERROR -cp "$classpath" dev.rollcall.soak.LastRecording "$run" ||
  fail "the last recording is wrong: $run/last.jfr" 1
