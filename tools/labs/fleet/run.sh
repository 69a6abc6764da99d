#!/bin/sh
# Reads the recordings of a fleet of JVMs on Apache Spark, and writes what leaked as tables.
#   tools/fleet run --in URI[,URI...] --out URI [--examples N] [--codeowners URI]
#   tools/fleet jar
#   tools/fleet test [--full] [--test NAME]
#   tools/fleet generate DIR [--jvms N] [--scale N]
#   tools/fleet bench [--jvms N] [--scale N] [--plan N] [--mb-per-jvm N] [--price N]
#     run       runs the job in this machine's memory, on as many cores as it has; MASTER=local[4]
#               says how many. On a cluster, spark-submit runs it: see the manual, fleets.html
#     jar       makes what spark-submit is given: the job with the library that reads recordings
#     test      makes a fleet, and holds the job against rollcall report and export on one machine,
#               and the questions of the manual against DuckDB and Spark SQL: of 50 JVMs
#       --full  of 200
#       --test  only the tests of one class, as QueriesTest
#     generate  makes the recordings of a fleet that never ran in DIR: of N JVMs (50), of which each
#               does N times as much as is needed (1)
#     bench     how long the job takes on one core and on two: for N JVMs (200), each N times (50);
#               and by that what N JVMs a day (10000) cost, with so many megabytes of recordings each
#               (20), where a core costs so much an hour (0.05)
set -eu

lab=$(cd "$(dirname "$0")" && pwd)
home=$(cd "$lab/../../.." && pwd)
name=fleet
. "$home/tools/lib.sh"

usage="use run, jar, test, generate or bench; $lab/run.sh says how."
[ $# -gt 0 ] || fail "$usage"
command=$1
shift

# Sets $classpath to that of the job and of what makes fleets.
build_fleet() {
  build_lab fleet test-compile -DskipTests -DskipLabTests
  classpath="$lab/target/test-classes:$lab/target/classes:$(cat "$lab/target/test.classpath")"
}

spark() { # options of the JVM, class and arguments
  "${bin}java" "@$lab/spark.options" "-Dlog4j2.configurationFile=$lab/log4j2.properties" \
    -cp "$classpath" "$@"
}

number() { # option, value
  case ${2:-} in '' | *[!0-9]* | 0*) fail "$1 needs a number, 1 or more." ;; esac
}

find_jdk
case $command in
  run)
    build_fleet
    spark "-Dspark.master=${MASTER:-local[*]}" dev.rollcall.fleet.FleetJob "$@"
    ;;
  jar)
    [ $# -eq 0 ] || fail "jar takes no arguments."
    echo "$name: building ..." >&2
    maven -f "$home/tools/pom.xml" -pl :fleet -am package -DskipTests -DskipLabTests \
      -Dmaven.javadoc.skip -Dmaven.source.skip || fail "the build failed."
    echo "$lab/target/fleet-job.jar"
    ;;
  test)
    jvms=50
    test=
    while [ $# -gt 0 ]; do
      case $1 in
        --full) jvms=200 ;;
        --test)
          [ $# -gt 1 ] || fail "--test needs a name."
          test=$2
          shift
          ;;
        *) fail "test takes no $1: $usage" ;;
      esac
      shift
    done
    # The tests run the tool and the job as they are shipped.
    echo "$name: building, then the tests run ..." >&2
    mvn -B -ntp -Dstyle.color=never -Dspotless.check.skip=true -f "$home/tools/pom.xml" -pl :fleet -am \
      -DskipTests -DskipFleetTests=false "-Dfleet.jvms=$jvms" \
      -Dmaven.javadoc.skip -Dmaven.source.skip \
      ${test:+-Dtest="$test"} ${test:+-Dsurefire.failIfNoSpecifiedTests=false} \
      pre-integration-test || fail "what failed is told above." 1
    ;;
  generate | bench)
    jvms=50
    scale=1
    directory=
    plan=10000
    megabytes=20
    price=0.05
    if [ "$command" = bench ]; then
      jvms=200
      scale=50
    fi
    while [ $# -gt 0 ]; do
      case $1 in
        --jvms | --scale)
          number "$1" "${2:-}"
          if [ "$1" = --jvms ]; then jvms=$2; else scale=$2; fi
          shift
          ;;
        --plan | --mb-per-jvm | --price)
          [ "$command" = bench ] && [ $# -gt 1 ] || fail "$1 is for bench, and needs a number."
          case $1 in
            --plan) number "$1" "$2" && plan=$2 ;;
            --mb-per-jvm) number "$1" "$2" && megabytes=$2 ;;
            *)
              case $2 in *[!0-9.]* | *.*.* | .) fail "--price needs a number, as 0.05." ;; esac
              price=$2
              ;;
          esac
          shift
          ;;
        -*) fail "unknown option $1: $usage" ;;
        *)
          [ "$command" = generate ] && [ -z "$directory" ] || fail "$command takes no $1: $usage"
          directory=$1
          ;;
      esac
      shift
    done
    [ "$jvms" -ge 32 ] || fail "a fleet has 32 JVMs at least, a day and a service each."
    if [ "$command" = generate ]; then
      [ -n "$directory" ] || fail "generate needs a directory."
      build_fleet
      spark dev.rollcall.fleet.made.Fleet "$directory" "$jvms" "$scale"
      echo "$name: the recordings are in $directory/recordings, their owners in $directory/CODEOWNERS" >&2
      exit
    fi
    build_fleet
    directory=$lab/target/bench
    rm -rf "$directory"
    echo "$name: making the recordings of $jvms JVMs ..." >&2
    spark dev.rollcall.fleet.made.Fleet "$directory" "$jvms" "$scale"
    bench() { # cores, and what to plan
      # The reader takes as many threads as there are processors: there must not be more of them.
      spark "-XX:ActiveProcessorCount=$1" -Xmx3g dev.rollcall.fleet.Bench "$directory" "$@"
    }
    bench 2
    bench 1 "$plan" "$megabytes" "$price"
    ;;
  *) fail "there is no $command: $usage" ;;
esac
