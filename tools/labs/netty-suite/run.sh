#!/bin/sh
# Runs Netty's own tests on its allocators, as they are and as Rollcall tracks them, and prints a
# table of how many passed; fails if a test passes on one and not on the other.
#   tools/netty-suite           Netty 4.1 and 4.2, every allocator: about a quarter of an hour
#   tools/netty-suite --short   the oldest and the newest, one allocator: about a minute
# What Netty's tests print goes to target/*.log of the lab. JAVA_HOME chooses the JDK.
set -eu

lab=$(cd "$(dirname "$0")" && pwd)
home=$(cd "$lab/../../.." && pwd)
name=netty-suite
. "$home/tools/lib.sh"

case ${1:-} in
  "")
    short=
    # Netty 4.1.39 is tested by the tests of 4.1.44, the first that were published.
    buffers="4.1.39:4.1.44 4.1.100 4.1.137 4.2.18"
    sockets="4.1.137 4.2.17"
    ;;
  --short)
    short=short
    buffers="4.1.39:4.1.44 4.2.18"
    sockets=
    ;;
  *) fail "unknown option $1: there is only --short." ;;
esac
# Not TrafficShapingHandlerTest, which cannot run twice in a JVM: its executor is shut down for good.
socket_tests="SocketEchoTest SocketFixedLengthEchoTest SocketStringEchoTest SocketObjectEchoTest
  SocketGatheringWriteTest CompositeBufferGatheringWriteTest SocketBufReleaseTest
  SocketConditionalWritabilityTest SocketAutoReadTest SocketHalfClosedTest SocketCancelWriteTest
  SocketFileRegionTest SocketSpdyEchoTest SocketStartTlsTest SocketSslEchoTest
  SocketSslGreetingTest SocketExceptionHandlingTest SocketReadPendingTest
  SocketDataReadInitialStateTest WriteBeforeRegisteredTest"

find_jdk javac
echo "netty-suite: building ..." >&2
maven -f "$home/pom.xml" compile || fail "the build failed."

out=$lab/target
mkdir -p "$out"
failed=0

# Resolves a class path of Netty's tests, compiles the suites for it, and sets $classpath.
prepare() { # name, sources, Maven options
  tests=$1
  sources=$2
  shift 2
  maven -f "$lab/pom.xml" "$@" dependency:build-classpath -Dmdep.outputFile="$out/$tests.classpath" ||
    fail "the class path of Netty $tests cannot be resolved."
  rm -rf "${out:?}/$tests"
  mkdir -p "$out/$tests"
  classpath="$home/target/classes:$(cat "$out/$tests.classpath")"
  # shellcheck disable=SC2086 # the sources are a list
  "${bin}javac" -nowarn -d "$out/$tests" -cp "$classpath" $sources || fail "the suites do not compile with Netty $tests."
  classpath="$out/$tests:$classpath"
}

run() { # name, main class, arguments
  tests=$1
  shift
  "${bin}java" -Xmx2g -Drollcall.mode=warn -Drollcall.report="$out/$tests.report" -cp "$classpath" "$@" \
    2>"$out/$tests.log" || failed=1
}

echo "| Netty | tests | on | passed, plain | passed, tracked |"
echo "| --- | --- | --- | ---: | ---: |"
suites="$lab/src/main/java/dev/rollcall/suite"
for version in $buffers; do
  netty=${version%:*}
  prepare "buffers-$netty" "$(ls $suites/*.java | grep -v SocketSuites)" \
    "-Dnetty.version=$netty.Final" "-Dtests.version=${version#*:}.Final"
  run "buffers-$netty" dev.rollcall.suite.BufferSuites "$netty" $short
done
for netty in $sockets; do
  prepare "sockets-$netty" \
    "$suites/SocketSuites.java $suites/Outcomes.java $lab/src/main/java/io/netty/testsuite/transport/TestsuitePermutation.java" \
    -Psockets "-Dnetty.version=$netty.Final"
  # shellcheck disable=SC2086
  run "sockets-$netty" dev.rollcall.suite.SocketSuites "$netty" $socket_tests
done
[ "$failed" -eq 0 ] || fail "the tracked allocators do not pass all that the plain ones pass; see $out." 1
