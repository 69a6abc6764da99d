#!/bin/sh
# Measures what Rollcall costs beside its peers, and prints one table of ratios.
#   tools/bench [--short | --quick] [--svg FILE] [--jdk HOME]...
#     --short   only shows that every benchmark works; measures nothing
#     --quick   each cell that has a target, in about 5 minutes a JDK; without it about 20
#     --svg     where the curves go; target/cost.svg of the lab
#     --jdk     the JDK to measure on; may be repeated; the JDK in use
# The table goes to stdout and to target/table.md, what was measured to target/jdk-*.
set -eu

lab=$(cd "$(dirname "$0")" && pwd)
home=$(cd "$lab/../../.." && pwd)
name=bench
. "$home/tools/lib.sh"
plan=full
svg=$lab/target/cost.svg
jdks=""

while [ $# -gt 0 ]; do
  case $1 in
    --short) plan=short ;;
    --quick) plan=quick ;;
    --svg | --jdk)
      [ $# -gt 1 ] || fail "$1 needs a value."
      if [ "$1" = --svg ]; then svg=$2; else
        [ -x "$2/bin/java" ] || fail "$2 has no bin/java: point --jdk at a JDK 17 or newer."
        jdks="$jdks$2
"
      fi
      shift
      ;;
    *) fail "unknown option $1: use --short, --quick, --svg FILE, --jdk HOME." ;;
  esac
  shift
done

if [ -z "$jdks" ]; then
  find_jdk
  jdks=$("${bin}java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.home = //p')
fi
build_lab bench

# What is not measured must not replace what was.
if [ "$plan" = short ]; then
  sizes="1000"
  lives=2000
  results=$lab/target/short
  svg=$results/cost.svg
else
  sizes="100000 1000000"
  lives=100000
  results=$lab/target
fi

old_ifs=$IFS
IFS='
'
set --
for jdk in $jdks; do
  IFS=$old_ifs
  version=$("$jdk/bin/java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.version = //p')
  out=$results/jdk-$version
  rm -rf "$out"
  mkdir -p "$out"
  echo "bench: JDK $version" >&2
  "$jdk/bin/java" -cp "$classpath" dev.rollcall.bench.table.Suite "$plan" "$out"
  # JOL reads object layouts of the process itself. Word splitting of the sizes is wanted.
  # shellcheck disable=SC2086
  "$jdk/bin/java" -Djdk.attach.allowAttachSelf=true -Djol.magicFieldOffset=true -cp "$classpath" \
    dev.rollcall.bench.table.LiveSetSize "$out/memory.json" $sizes >"$out/jol.log" 2>&1 ||
    { cat "$out/jol.log" >&2; fail "the size of the live set could not be measured."; }
  "$jdk/bin/java" -Drollcall.mode=warn -Drollcall.sites=never -Xlog:jfr+startup=off \
    -XX:FlightRecorderOptions:memorysize=100m -cp "$classpath" \
    dev.rollcall.bench.table.RecordingSize "$out/recording.json" "$lives"
  set -- "$@" "$out"
done
IFS=$old_ifs

mkdir -p "$(dirname "$svg")"
"$jdk/bin/java" -cp "$classpath" dev.rollcall.bench.table.Table "$svg" "$@" >"$results/table.md"
if [ "$plan" = short ]; then
  echo "bench: every benchmark works. Nothing was measured." >&2
else
  cat "$results/table.md"
  echo "bench: curves in $svg" >&2
fi
