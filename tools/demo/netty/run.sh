# An echo server on Netty that leaks, found in two ways. Run by tools/rollcall demo netty, whose
# functions it uses.

# The group of the leak and its first suspect, from the JSON report of a way.
answer() {
  sed -n '/"fingerprint"/{p;q;}' "$out/$1.json"
  sed -n '/"suspects"/,/"method"/{/"class"/p;/"method"/p;}' "$out/$1.json"
}

# Runs the echo server, which leaks five lines: a name for its files, JVM options, main class.
leaking_echo() {
  way=$1
  shift
  echo
  status=0
  "${bin}java" -Drollcall.mode=fail -Xlog:jfr+startup=off -Dslf4j.internal.verbosity=ERROR \
    -XX:StartFlightRecording:settings=jfc/rollcall.jfc,filename="$out/$way.jfr" \
    -cp "$classpath" "$@" >"$out/$way.txt" 2>&1 || status=$?
  cat "$out/$way.txt"
  if [ "$status" -ne 86 ] || ! grep -q '^LEAK: 5 of ' "$out/$way.txt"; then
    fail "the demo did not go as expected: status $status; 86 and five leaks were expected."
  fi
  echo
  echo "== It ended with status 86. What the recording tells:"
  echo "   tools/rollcall report --source tools/demo/netty $out/$way.jfr"
  echo
  expect 1 "${bin}java" -jar "$jar" report --source tools/demo/netty "$out/$way.jfr"
  expect 1 "${bin}java" -jar "$jar" report --format json -o "$out/$way.json" "$out/$way.jfr"
  grep -q '"leaked" *: *5[^0-9]' "$out/$way.json" ||
    fail "the demo did not go as expected: five leaks were expected in $out/$way.json."
  answer "$way" | grep -q 'EchoHandler' ||
    fail "the demo did not go as expected: EchoHandler was expected first in $out/$way.json."
  echo
}

cd "$home"
out=target/demo/netty
rm -rf "$out"
mkdir -p "$out/classes"
echo "rollcall: fetching Netty ..." >&2
maven -f tools/demo/netty/pom.xml dependency:copy-dependencies ||
  fail "Netty could not be fetched."
classpath="$jar:$out/classes:$out/lib/*"
"${bin}javac" -d "$out/classes" -cp "$classpath" tools/demo/netty/echo/*.java

echo "== An echo server on Netty that does not release lines it refuses; its allocator is wrapped:"
echo "   .childOption(ChannelOption.ALLOCATOR, TrackedAllocator.wrap(PooledByteBufAllocator.DEFAULT))"
leaking_echo wrapped echo.TrackedEchoServer
echo "== The same server without a line of code, through Netty's own hook for leak detectors:"
echo "   java -Dio.netty.customResourceLeakDetector=dev.rollcall.netty.RollcallLeakDetector ..."
leaking_echo hook -Dio.netty.customResourceLeakDetector=dev.rollcall.netty.RollcallLeakDetector \
  echo.EchoServer
[ "$(answer wrapped)" = "$(answer hook)" ] ||
  fail "the demo did not go as expected: both ways were to name one group and one suspect."
echo "== Both ways named one group and one suspect."
