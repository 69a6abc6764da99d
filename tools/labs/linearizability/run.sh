#!/bin/sh
# Checks the live map and RefCounted against sequential models, by Lincheck: see the package in src.
#   tools/linearizability [--short] [--jdk HOME]
#     --short   some programs in some orders: about a minute; without it about an hour
#     --jdk     the JDK to run on; the JDK in use
# Exits with 1 if no sequential order explains what was seen, and prints the program and the order.
# That these checks can fail is shown by the lab's own tests: mvn -f tools/pom.xml -DskipTests test
set -eu

lab=$(cd "$(dirname "$0")" && pwd)
home=$(cd "$lab/../../.." && pwd)
name=linearizability
. "$home/tools/lib.sh"
extent=full

while [ $# -gt 0 ]; do
  case $1 in
    --short) extent=short ;;
    --jdk)
      [ $# -gt 1 ] || fail "--jdk needs a value."
      use_jdk "$2"
      shift
      ;;
    *) fail "unknown option $1: use --short, --jdk HOME." ;;
  esac
  shift
done

find_jdk
build_lab linearizability
# Lincheck brings its agent into the JVM it runs in, and warns of fields that it cannot restore.
case $("${bin}java" -version 2>&1) in
  *'"17.'*) ;;
  *) set -- -XX:+EnableDynamicAgentLoading ;;
esac
exec "${bin}java" "$@" -Xshare:off -Dlincheck.logLevel=ERROR -cp "$classpath" \
  dev.rollcall.linearizability.Linearizability "$extent"
