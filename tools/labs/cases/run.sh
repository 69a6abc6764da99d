#!/bin/sh
# Runs the real cases: known leaks of public libraries, each in the version that leaks and in the
# one that was fixed, with Rollcall and with the library's own leak detector; prints one table.
#   tools/cases [--case NAME] [--runs N] [--short] [--jdk HOME]
#     --case    one case of src/cases/cases.json; without it all
#     --runs    how often each is run each way; a cell shows the least and the greatest count: 1
#     --short   Rollcall only, and the library's own detector once
#     --jdk     the JDK to run on; the JDK in use
# Exits with 1 if a count of Rollcall's is not the one in the list. The recordings are in
# target/cases.
set -eu

home=$(cd "$(dirname "$0")/.." && pwd)
cd "$home"
case=all
runs=1
extent=full

fail() {
  echo "cases: $1" >&2
  exit 2
}

while [ $# -gt 0 ]; do
  case $1 in
    --short) extent=short ;;
    --case | --runs | --jdk)
      [ $# -gt 1 ] || fail "$1 needs a value."
      case $1 in
        --case) case=$2 ;;
        --jdk) JAVA_HOME=$2 && export JAVA_HOME ;;
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

if [ -n "${JAVA_HOME:-}" ]; then java=$JAVA_HOME/bin/java; else java=java; fi
command -v "$java" >/dev/null 2>&1 || fail "there is no $java: install a JDK 17 or newer, or use --jdk."
command -v mvn >/dev/null 2>&1 || fail "there is no mvn to build with: install Apache Maven."
echo "cases: building ..." >&2
mvn -q -B -ntp -Dstyle.color=never -Dspotless.check.skip=true test-compile \
  org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath \
  -Dmdep.includeScope=test -Dmdep.outputFile=target/cases/driver >&2 || fail "the build failed."
exec "$java" -cp "target/classes:target/test-classes:$(cat target/cases/driver)" \
  dev.rollcall.cases.Cases "$case" "$runs" "$extent"
