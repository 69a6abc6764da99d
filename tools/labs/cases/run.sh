#!/bin/sh
# Runs the real cases: known leaks of public libraries, each in the version that leaks and in the
# one that was fixed, alone and beside healthy operations, with Rollcall in the program, under its
# agent, or both, and with the library's own leak detector. Prints what was found, and where the method that forgot stands among the suspects.
#   tools/cases [--case NAME] [--runs N] [--short] [--jdk HOME]
#     --case    one case of src/cases/cases.json; without it all
#     --runs    how often each is run each way; a cell shows the least and the greatest count: 1
#     --short   Rollcall only, the fixed version not alone, and the library's own detector once
#     --jdk     the JDK to run on; the JDK in use
# Exits with 1 if a count of Rollcall's is not the one in the list. The recordings are in
# target/cases of the lab.
set -eu

lab=$(cd "$(dirname "$0")" && pwd)
home=$(cd "$lab/../../.." && pwd)
name=cases
. "$home/tools/lib.sh"
case=all
runs=1
extent=full

while [ $# -gt 0 ]; do
  case $1 in
    --short) extent=short ;;
    --case | --runs | --jdk)
      [ $# -gt 1 ] || fail "$1 needs a value."
      case $1 in
        --case) case=$2 ;;
        --jdk) use_jdk "$2" ;;
        --runs)
          case $2 in
            '' | 0* | *[!0-9]* | ?????*) fail "--runs $2: a number from 1 to 9999 is wanted." ;;
          esac
          runs=$2
          ;;
      esac
      shift
      ;;
    *) fail "unknown option $1: use --case NAME, --runs N, --short, --jdk HOME." ;;
  esac
  shift
done

find_jdk
# The agent is a jar, and the lab uses the product's tests: both are packaged.
build_lab cases package -DskipTests -DskipLabTests -Dmaven.javadoc.skip -Dmaven.source.skip
agent=$(ls "$home"/target/rollcall-*-agent.jar 2>/dev/null) || fail "the build made no agent jar."
cd "$lab"
exec "${bin}java" -cp "$classpath" dev.rollcall.cases.Cases "$case" "$runs" "$extent" "$agent"
