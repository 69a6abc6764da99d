# A Spring Boot application, as a fat jar, of which one request forgets a connection; and its test.
# Run by tools/rollcall demo spring-boot, whose functions it uses. SPRING_BOOT=4.1.2 takes another
# version of Spring Boot than the one in pom.xml.

cd "$home"
out=target/demo/spring-boot
rm -rf "$out"
mkdir -p "$out"

# Maven on the application, with the jar of this checkout.
shop() {
  maven -f tools/demo/spring-boot/pom.xml -Dcheckout.jar="$home/target/${plain##*/}" \
    ${SPRING_BOOT:+-Dspring-boot.version="$SPRING_BOOT"} "$@"
}

# What the shop answers to a request, also into a file that is named after it.
visit() { # path, file
  "${bin}java" tools/demo/spring-boot/Visit.java "http://localhost:$port$1" >"$out/$2"
  cat "$out/$2"
}

# Fails unless a file has a text.
tells() { # file, text
  grep -q -F -e "$2" "$out/$1" || fail "the demo did not go as expected: no '$2' in $out/$1."
}

plain="${jar%-cli.jar}.jar" # the cli jar has the tool's libraries, which are not the application's
echo "rollcall: building the shop with its test that does not leak ..." >&2
shop package -DexcludedGroups=leaks || fail "the shop could not be built."

echo "== A test of the shop that leaks, with @LeakChecked:"
status=0
shop surefire:test -Dgroups=leaks >"$out/test.txt" 2>&1 || status=$?
[ "$status" -ne 0 ] || fail "the demo did not go as expected: the test did not fail."
tells test.txt 'LEAK: 1 x java.sql.Connection never released in StockTest.refusesWhatItNeverHad()'
sed -n '/LEAK: 1 x java.sql.Connection never/,/next:/p' "$out/test.txt" | sed -n '1,/next:/p'
echo

echo "== The shop as a fat jar, checked and recorded:"
echo "   java -Drollcall.mode=fail -XX:StartFlightRecording:settings=jfc/rollcall.jfc,filename=$out/shop.jfr -jar shop.jar"
"${bin}java" -Drollcall.mode=fail -Xlog:jfr+startup=off \
  -XX:StartFlightRecording:settings=jfc/rollcall.jfc,filename="$out/shop.jfr" \
  -jar "$out/shop.jar" >"$out/shop.txt" 2>"$out/shop.err" &
shop=$!
port=
for _ in $(seq 1500); do
  port=$(sed -n 's/.*Tomcat started on port[^0-9]*\([0-9][0-9]*\).*/\1/p' "$out/shop.txt")
  if [ -n "$port" ] || ! kill -0 "$shop" 2>/dev/null; then
    break
  fi
  sleep 0.2
done
[ -n "$port" ] || { cat "$out/shop.txt" "$out/shop.err"; kill "$shop" 2>/dev/null || true; fail "the shop did not open."; }
trap 'kill "$shop" 2>/dev/null || true' EXIT

visit /stock/lamp lamp.txt
visit /stock/chair chair.txt
visit /stock/table table.txt # and forgets its connection
echo
echo "== What its endpoint tells: /actuator/rollcall, /actuator/rollcall/check, and a meter"
visit /actuator/rollcall counts.json
visit /actuator/rollcall/check check.json
visit '/actuator/metrics/rollcall.resources.live?tag=type:java.sql.Connection' meter.json
visit /actuator/health health.json
echo
kill "$shop"
status=0
wait "$shop" || status=$?
trap - EXIT
cat "$out/shop.err"
[ "$status" -eq 86 ] || fail "the demo did not go as expected: status $status, not 86."
# Two connections live: the forgotten one, and that of the prices, which the shop closes at its end.
tells counts.json '"type":"java.sql.Connection","live":2'
tells check.json '"leaked":'
tells check.json 'shop.Stock.of(Stock.java:'
tells meter.json '"value":2.0'
tells health.json '"UP"'
tells shop.err 'LEAK: 1 x java.sql.Connection'
tells shop.err 'shop.Stock.of(Stock.java:'
echo
echo "== It ended with status 86. What the recording tells:"
echo "   tools/rollcall report --source tools/demo/spring-boot/src/main/java $out/shop.jfr"
echo
expect 1 "${bin}java" -jar "$jar" report --source tools/demo/spring-boot/src/main/java "$out/shop.jfr" >"$out/report.txt"
cat "$out/report.txt"
tells report.txt 'shop.Stock.of'
