# An echo server on Netty that leaks, found in two ways. Run by tools/rollcall demo netty, whose
# functions it uses.

# Runs the echo server, which leaks five lines: a name for its files, JVM options, main class.
leaking_echo() {
  name=$1
  shift
  echo
  status=0
  "${bin}java" -Drollcall.mode=fail -Xlog:jfr+startup=off -Dslf4j.internal.verbosity=ERROR \
    -XX:StartFlightRecording:settings=jfc/rollcall.jfc,filename="$out/$name.jfr" \
    -cp "$classpath" "$@" >"$out/$name.txt" 2>&1 || status=$?
  cat "$out/$name.txt"
  if [ "$status" -ne 86 ] || ! grep -q '^LEAK: 5 of ' "$out/$name.txt"; then
    fail "the demo did not go as expected: status $status; 86 and five leaks were expected." 1
  fi
  echo
  echo "== It ended with status 86. What the recording tells:"
  echo "   tools/rollcall report $out/$name.jfr"
  echo
  expect 1 "${bin}java" -jar "$jar" report "$out/$name.jfr"
  expect 1 "${bin}java" -jar "$jar" report --format json -o "$out/$name.json" "$out/$name.jfr"
  grep -q '"leaked" *: *5[^0-9]' "$out/$name.json" ||
    fail "the demo did not go as expected: five leaks were expected in $out/$name.json." 1
  echo
}

command -v mvn >/dev/null 2>&1 || fail "there is no mvn to fetch Netty with: install Apache Maven."
cd "$home"
out=target/demo/netty
rm -rf "$out"
mkdir -p "$out/classes"
echo "rollcall: fetching Netty ..." >&2
mvn -q -B -ntp -Dstyle.color=never -f tools/demo/netty/pom.xml dependency:copy-dependencies >&2 ||
  fail "Netty could not be fetched." 1
classpath="$jar:$out/classes:$out/lib/*"
"${bin}javac" -d "$out/classes" -cp "$classpath" tools/demo/netty/echo/*.java

echo "== An echo server on Netty that does not release lines it refuses; its allocator is wrapped:"
echo "   .childOption(ChannelOption.ALLOCATOR, TrackedAllocator.wrap(PooledByteBufAllocator.DEFAULT))"
leaking_echo wrapped echo.TrackedEchoServer
echo "== The same server without a line of code, through Netty's own hook for leak detectors:"
echo "   java -Dio.netty.customResourceLeakDetector=dev.rollcall.netty.RollcallLeakDetector ..."
leaking_echo hook -Dio.netty.customResourceLeakDetector=dev.rollcall.netty.RollcallLeakDetector \
  echo.EchoServer
