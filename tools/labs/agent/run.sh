#!/bin/sh
# Tries Rollcall's agent hard.
#   tools/agent WHAT [--short] [--jdk HOME]...
#     WHAT      ways     every way to open something: what the agent sees of it, and what Jenkins'
#                        file-leak-detector does; the table of the manual's page goes to stdout
#               start    what the agent costs: start-up, steady state, bytes
#               suites   test suites of well-known libraries, with the agent and without
#               samples  fat jar, modules, class loaders, attach, beside another agent
#     --short   what CI runs
#     --jdk     a JDK to run on, may be repeated; the JDK in use, and without --short the others
#               that are installed beside each other in /usr/lib/jvm
#     --library NAME   for suites: the tests of this one only
#     --detector JAR   for ways: the file-leak-detector to compare with; the newest of Maven Central
# Exits with 1 if the agent does not do what is promised.
set -eu

lab=$(cd "$(dirname "$0")" && pwd)
home=$(cd "$lab/../../.." && pwd)
name=agent
. "$home/tools/lib.sh"
extent=full
detector=
library=
jdks=
options='--short, --jdk HOME'

what=${1:-}
case $what in
  ways)
    main=ways.Ways
    options="$options, --detector JAR"
    ;;
  start) main=start.Start ;;
  suites)
    main=suites.Suites
    options="$options, --library NAME"
    ;;
  samples) main=samples.Samples ;;
  '') fail "what is wanted: use ways, start, suites or samples." ;;
  *) fail "there is no $what: use ways, start, suites or samples." ;;
esac
shift

while [ $# -gt 0 ]; do
  case $1 in
    --short) extent=short ;;
    --jdk | --detector | --library)
      case $what$1 in
        *--jdk | ways--detector | suites--library) ;;
        *) fail "unknown option $1: use $options." ;;
      esac
      [ $# -gt 1 ] || fail "$1 needs a value."
      case $1 in
        --jdk) add_jdk "$2" ;;
        --detector)
          [ -f "$2" ] || fail "there is no $2: --detector wants a jar of the file-leak-detector."
          detector=$(cd "$(dirname "$2")" && pwd)/$(basename "$2")
          ;;
        --library) library=$2 ;;
      esac
      shift
      ;;
    *) fail "unknown option $1: use $options." ;;
  esac
  shift
done

find_jdk
if [ "$extent" = full ]; then find_jdks all; else find_jdks; fi

# The agent is a jar, and the lab uses the product's tests: both are packaged.
build_lab agent package -DskipTests -DskipLabTests -Dmaven.javadoc.skip -Dmaven.source.skip
agent=$(ls "$home"/target/rollcall-*-agent.jar 2>/dev/null) || fail "the build made no agent jar."
shop=
case $what in
  start | samples)
    shop=$home/target/demo/spring-boot/shop.jar
    maven -f "$home/tools/demo/spring-boot/pom.xml" package -Dmaven.test.skip \
      -Dcheckout.jar="${agent%-agent.jar}.jar" || fail "the shop could not be built."
    ;;
esac
cd "$lab"
IFS='
'
# Word splitting of the JDKs is wanted.
# shellcheck disable=SC2086
exec "${bin}java" ${detector:+"-Ddetector=$detector"} ${library:+"-Dlibrary=$library"} ${shop:+"-Dshop=$shop"} \
  -cp "$classpath" \
  "dev.rollcall.agents.$main" "$extent" "$agent" $jdks
