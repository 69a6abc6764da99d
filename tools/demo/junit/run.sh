# A JUnit class of which one test leaks. Run by tools/rollcall demo junit, whose functions it uses.

out="$home/target/demo/junit"
version=$(sed -n 's,.*<junit.platform.version>\(.*\)</junit.platform.version>.*,\1,p' "$home/pom.xml")
rm -rf "$out"
mkdir -p "$out/classes"
(cd "$out" && maven org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy \
  -Dartifact=org.junit.platform:junit-platform-console-standalone:"$version" \
  -DoutputDirectory="$out") || fail "JUnit could not be fetched."
junit="$out/junit-platform-console-standalone-$version.jar"
"${bin}javac" -d "$out/classes" -cp "$jar:$junit" "$home"/tools/demo/junit/*.java
cd "$home"

echo "== Two tests of tools/demo/junit run; one of them leaks:"
echo
expect 1 "${bin}java" -cp "$jar:$junit:$out/classes" org.junit.platform.console.ConsoleLauncher \
  execute --select-class relay.PoolTest --disable-banner --disable-ansi-colors --details=tree \
  >"$out/run.txt" 2>&1
cat "$out/run.txt"
for line in 'LEAK: 1 x relay.Pool$Buffer never released in PoolTest.retainsOnceTooOften()' \
  '1 tests successful' '1 tests failed' 'LEAK: 2 tests checked, 1 resource leaked, in 1 test'; do
  grep -q -F "$line" "$out/run.txt" || fail "the demo did not go as expected: no '$line'."
done
