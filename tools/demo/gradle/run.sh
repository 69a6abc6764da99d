# A Gradle project of which one test leaks. Run by tools/rollcall demo gradle, whose functions it
# uses.

command -v gradle >/dev/null 2>&1 ||
  fail "there is no gradle: install Gradle, or copy what you need from tools/demo/gradle/build.gradle.kts."

out="$home/target/demo/gradle"
rm -rf "$out"
mkdir -p "$out"
cp -R "$home"/tools/demo/gradle/*.kts "$home/tools/demo/gradle/src" "$out"
# A local repository of the demo's own, so that yours stays as it is.
plain=${jar%-cli.jar}.jar
(cd "$out" && maven org.apache.maven.plugins:maven-install-plugin:3.1.4:install-file -Dfile="$plain" \
  -DpomFile="$home/pom.xml" -DlocalRepositoryPath="$out/repository") || fail "the jar could not be installed."

echo "== Two tests of tools/demo/gradle run; one of them leaks:"
echo
(cd "$out" && expect 1 gradle --no-daemon --console=plain -Dmaven.repo.local="$out/repository" test) \
  >"$out/run.txt" 2>&1 || fail "the demo did not go as expected: see target/demo/gradle/run.txt."
cat "$out/run.txt"
grep -q 'PrinterTest > forgetsItsJob() FAILED' "$out/run.txt" ||
  fail "the demo did not go as expected: forgetsItsJob() did not fail."
echo
echo "== What the recordings tell:"
echo "   tools/rollcall report target/demo/gradle/build/recordings"
echo
expect 1 "${bin}java" -jar "$jar" report "$out/build/recordings"
