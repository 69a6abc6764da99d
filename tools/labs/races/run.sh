#!/bin/sh
# Runs the races of the runtime, by jcstress: what must not happen is looked for until it happens.
#   tools/races [--short] [OPTION]...
#     --short   one configuration of the JVM: about two minutes; without it all of them, for hours
#   Other options are those of jcstress: -t NAME runs one test, -h lists them.
# Its report is in target/report of the lab. JAVA_HOME chooses the JDK.
set -eu

lab=$(cd "$(dirname "$0")" && pwd)
home=$(cd "$lab/../../.." && pwd)
name=races
. "$home/tools/lib.sh"
extent="-m default"

if [ "${1:-}" = --short ]; then
  extent="-m quick -jvmArgs -XX:+UseParallelGC -sc false -af NONE -f 1 -fsm 1 -iters 4 -time 400"
  shift
fi

find_jdk
build_lab races
cd "$lab/target" # where jcstress leaves its results
# shellcheck disable=SC2086 # the extent is a list
exec "${bin}java" -cp "$classpath" org.openjdk.jcstress.Main $extent -r report "$@"
