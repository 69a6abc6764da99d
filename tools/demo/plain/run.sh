# One class that leaks, with the JDK's own settings of a recording. Run by tools/rollcall demo plain,
# whose functions it uses.

cd "$home"
out=target/demo/plain
rm -rf "$out"
mkdir -p "$out/classes"
# The jar has what the checked program needs, too.
"${bin}javac" -d "$out/classes" -cp "$jar" tools/demo/plain/Printer.java

echo "== A program of one class runs, checked and recorded:"
echo "   java -Drollcall.mode=fail -XX:StartFlightRecording:filename=$out/printer.jfr ..."
echo
expect 86 "${bin}java" -Drollcall.mode=fail -Xlog:jfr+startup=off \
  -XX:StartFlightRecording:filename="$out/printer.jfr" -cp "$jar:$out/classes" printer.Printer 2>&1
echo
echo "== It ended with status 86. What the recording tells:"
echo "   tools/rollcall report $out/printer.jfr"
echo
expect 1 "${bin}java" -jar "$jar" report "$out/printer.jfr" >"$out/report.txt"
cat "$out/report.txt"
for line in 'LEAK: 1 of 3 registered resources was never released' 'Printer.print'; do
  grep -q -F "$line" "$out/report.txt" || fail "the demo did not go as expected: no '$line'."
done
