# A server with five bugs, checked and recorded. Run by tools/rollcall demo, whose functions it uses.

out="$home/target/demo"
rm -rf "$out/classes" "$out/relay.jfr" # the other demos keep theirs in directories here
mkdir -p "$out/classes"
# The jar has what the checked program needs, too.
"${bin}javac" -d "$out/classes" -cp "$jar" "$home"/tools/demo/relay/*.java
cd "$home"

echo "== A relay server with five bugs runs, checked and recorded:"
echo "   java -Drollcall.mode=fail -XX:StartFlightRecording:settings=jfc/rollcall.jfc,filename=target/demo/relay.jfr ..."
echo
expect 86 "${bin}java" -Drollcall.mode=fail -Xlog:jfr+startup=off \
  -XX:StartFlightRecording:settings=jfc/rollcall.jfc,filename=target/demo/relay.jfr \
  -cp "$jar:$out/classes" relay.Relay 2>&1
echo
echo "== It ended with status 86, so a build would fail. What the recording tells:"
echo "   tools/rollcall report --source tools/demo target/demo/relay.jfr"
echo
expect 1 "${bin}java" -jar "$jar" report --source tools/demo target/demo/relay.jfr
echo
echo "== One life in full:"
id=$("${bin}java" -jar "$jar" report --format json target/demo/relay.jfr |
  sed -n 's/.*"resourceId" *: *"\(0x[0-9a-f]*\)".*/\1/p' | sed -n 1p)
echo "   tools/rollcall history --source tools/demo --id $id target/demo/relay.jfr"
echo
expect 0 "${bin}java" -jar "$jar" history --source tools/demo --id "$id" target/demo/relay.jfr
