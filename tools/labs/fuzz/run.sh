#!/bin/sh
# Fuzzes what reads files, texts and settings, guided by coverage: see the targets in src.
#   tools/fuzz [--short] [--minutes N] [--target NAME] [--jdk HOME]
#     --short     a minute for all, of which a third goes by in starting
#     --minutes   how long in all: 60, shared by the targets, of which that of recordings has half
#     --target    one of recording, packed, suppressions, baseline, settings, text; without it all
#     --jdk       the JDK to run on; the JDK in use
#   tools/fuzz --seeds   makes the seeds of recordings and baselines anew
# Exits with 1 if a target found something; its input is in target/NAME of the lab, and what each
# input that found new ways is, in target/NAME/found: runs go on from there.
set -eu

lab=$(cd "$(dirname "$0")" && pwd)
home=$(cd "$lab/../../.." && pwd)
name=fuzz
. "$home/tools/lib.sh"
targets="settings suppressions text baseline packed recording"
seconds=3600
seeds=

while [ $# -gt 0 ]; do
  case $1 in
    --short) seconds=40 ;;
    --seeds) seeds=yes ;;
    --minutes | --target | --jdk)
      [ $# -gt 1 ] || fail "$1 needs a value."
      case $1 in
        --jdk) use_jdk "$2" ;;
        --minutes)
          case $2 in
            '' | 0* | *[!0-9]* | ?????*) fail "--minutes $2: a number from 1 to 9999 is wanted." ;;
          esac
          seconds=$(($2 * 60))
          ;;
        --target)
          case " $targets " in
            *" $2 "*) targets=$2 ;;
            *) fail "--target $2: it is one of $targets." ;;
          esac
          ;;
      esac
      shift
      ;;
    *) fail "unknown option $1: use --short, --minutes N, --target NAME, --jdk HOME, --seeds." ;;
  esac
  shift
done

find_jdk
build_lab fuzz test-compile

if [ -n "$seeds" ]; then
  exec "${bin}java" -cp "$classpath" dev.rollcall.fuzz.seeds.Seeds "$lab/target/seeds" "$lab/corpus"
fi

# Half of the time is for recordings, the rest for the others.
share() { # target
  case "$targets $1" in
    "$1 $1") echo "$seconds" ;;
    *recording) echo $((seconds / 2)) ;;
    *) echo $((seconds / 10)) ;;
  esac
}

failed=
for target in $targets; do
  case $target in
    recording) class=RecordingTarget ;;
    packed) class=PackedTarget ;;
    suppressions) class=SuppressionsTarget ;;
    baseline) class=BaselineTarget ;;
    settings) class=SettingsTarget ;;
    text) class=TextTarget ;;
  esac
  mkdir -p "$lab/target/$target/found"
  cd "$lab/target/$target"
  echo "$name: $target, $(share "$target") s ..." >&2
  # Jazzer's hooks look for what Rollcall does not do, in every class, which costs a minute.
  if "${bin}java" -Xmx512m -XX:+UseSerialGC -Ddev.rollcall.recording.patienceMillis=10000 \
    -cp "$classpath" com.code_intelligence.jazzer.Jazzer \
    "--target_class=dev.rollcall.fuzz.$class" \
    '--instrumentation_includes=dev.rollcall.**:org.openjdk.jmc.flightrecorder.**' \
    '--instrumentation_excludes=dev.rollcall.fuzz.**' \
    '--custom_hook_includes=none' '--custom_hook_excludes=**' \
    -max_total_time="$(share "$target")" -timeout=120 -print_final_stats=1 \
    found "$lab/corpus/$target" >run.log 2>&1; then
    sed -n 's/^stat::number_of_executed_units: */  inputs: /p' run.log
  else
    failed="$failed $target"
    grep -A 12 -e '== Java Exception' -e 'ERROR: ' run.log || tail -n 20 run.log
    echo "$name: $target found something; the input is in $PWD, all that was said in run.log." >&2
  fi
done
[ -z "$failed" ] || fail "found something:$failed." 1
