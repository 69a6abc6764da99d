#!/bin/sh
# Runs a server on Reactor Netty that forgets bodies, which Reactor has put together from chunks:
# once with its allocator wrapped, and once through Netty's hook. Both have to tell of one leak, with
# the chunks under it, and to suspect the server's own handler first.
#   tools/reactor    about half a minute; JAVA_HOME chooses the JDK
# What they told is in target of the lab.
set -eu

lab=$(cd "$(dirname "$0")" && pwd)
home=$(cd "$lab/../../.." && pwd)
name=reactor
. "$home/tools/lib.sh"
[ $# -eq 0 ] || fail "unknown argument $1: there are none."

find_jdk javac
echo "reactor: building ..." >&2
maven -f "$home/pom.xml" compile || fail "the build failed."
out=$lab/target
rm -rf "$out"
mkdir -p "$out/classes"
maven -f "$lab/pom.xml" dependency:build-classpath -Dmdep.outputFile="$out/classpath" ||
  fail "Reactor Netty cannot be fetched."
classpath="$out/classes:$home/target/classes:$(cat "$out/classpath")"
"${bin}javac" -nowarn -d "$out/classes" -cp "$classpath" "$lab"/src/main/java/bodies/*.java ||
  fail "the server does not compile."

tell() { # a name for its files, JVM options
  way=$1
  shift
  status=0
  "${bin}java" -Drollcall.mode=fail -Xlog:jfr+startup=off -Dslf4j.internal.verbosity=ERROR \
    -XX:StartFlightRecording:settings="$home/jfc/rollcall.jfc",filename="$out/$way.jfr" "$@" \
    -cp "$classpath" bodies.BodyServer >"$out/$way.txt" 2>&1 || status=$?
  [ "$status" -eq 86 ] || fail "$way: status $status instead of 86, see $out/$way.txt." 1
  status=0
  "${bin}java" -cp "$classpath" dev.rollcall.cli.Main report --format json -o "$out/$way.json" \
    "$out/$way.jfr" || status=$?
  [ "$status" -eq 1 ] || fail "$way: the report ended with $status instead of 1." 1
  [ "$(grep -c '^    group ' "$out/$way.txt")" -eq 1 ] || fail "$way: not one group, see $out/$way.txt." 1
  # Of that group: its name, how many leaked (of what chunks is the network's), and the first suspect.
  sed -n '/"groups"/,$p' "$out/$way.json" | sed -n '/"fingerprint"/{p;q;}'
  sed -n 's/^LEAK: \([0-9]* x [^,]*\),.*/      \1/p' "$out/$way.txt"
  sed -n '/"suspects"/,$p' "$out/$way.json" | sed -n '/"class"/p;/"method"/{p;q;}'
}

wrapped=$(tell wrapped)
hook=$(tell hook -Dio.netty.customResourceLeakDetector=dev.rollcall.netty.RollcallLeakDetector)
echo "$wrapped"
case $wrapped in
  *"8 x io.netty.buffer.CompositeByteBuf"*bodies.BodyServer*'"handle"'*) ;;
  *) fail "BodyServer.handle was expected to have leaked eight composites." 1 ;;
esac
[ "$wrapped" = "$hook" ] || {
  echo "$hook"
  fail "the hook told something else." 1
}
