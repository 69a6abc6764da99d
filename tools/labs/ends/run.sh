#!/bin/sh
# Tries every way a process can end, and makes the table of the manual, src/site/markdown/ends.md:
# what the report at exit says, what is in the recording, the exit status, and how long it takes.
#   tools/ends [--short] [--runs N] [--end NAME] [--jdk HOME]...
#     --short   each end once, on one JDK; the modes, with and without a recording, take turns
#     --runs    how often each end is run in each mode, with and without a recording, on each JDK: 30
#     --end     one end of EndList; without it all
#     --jdk     a JDK to run on, may be repeated; the JDK in use, and for the full table the others
#               that are installed beside each other in /usr/lib/jvm
# Exits with 1 if a run broke what is promised of its end. What such a run left is in target/ends of
# the lab. The table goes to stdout, and if it has all ends, to the manual.
set -eu

lab=$(cd "$(dirname "$0")" && pwd)
home=$(cd "$lab/../../.." && pwd)
name=ends
. "$home/tools/lib.sh"
end=all
runs=
extent=full
jdks=

while [ $# -gt 0 ]; do
  case $1 in
    --short) extent=short ;;
    --runs | --end | --jdk)
      [ $# -gt 1 ] || fail "$1 needs a value."
      case $1 in
        --end) end=$2 ;;
        --jdk) add_jdk "$2" ;;
        --runs)
          case $2 in
            '' | 0* | *[!0-9]* | ?????*) fail "--runs $2: a number from 1 to 9999 is wanted." ;;
          esac
          runs=$2
          ;;
      esac
      shift
      ;;
    *) fail "unknown option $1: use --short, --runs N, --end NAME, --jdk HOME." ;;
  esac
  shift
done

find_jdk
if [ "$extent" = full ]; then find_jdks all; else find_jdks; fi
page=-
[ "$extent$end" != fullall ] || page=$home/src/site/markdown/ends.md
[ -n "$runs" ] || { [ "$extent" = short ] && runs=1 || runs=30; }

build_lab ends test-compile
cd "$lab"
IFS='
'
# Word splitting of the JDKs is wanted.
# shellcheck disable=SC2086
exec "${bin}java" -cp "$classpath" dev.rollcall.ends.Ends "$extent" "$end" "$runs" "$page" $jdks
