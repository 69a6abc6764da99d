#!/bin/sh
# Puts small faults into the product's classes, one at a time, and runs the tests that go through
# them, by PIT: a fault that no test notices survives, and says which test is missing.
#   tools/mutation [--short] [AREA]...
#     AREA     verdict, life, analysis, gate, recording, live, check, internal; default: analysis
#              gate recording internal, which have the others in them
#     --short  verdict only, in about four minutes; fails where one is not noticed
# Prints the score of each class and the faults that survived in verdicts, balances and losses; the
# pages of PIT are in target/AREA of the lab. A fault that makes a test hang counts as noticed; one
# that PIT could not try does not, and the command fails.
# JAVA_HOME chooses the JDK.
set -eu

least=100
lab=$(cd "$(dirname "$0")" && pwd)
home=$(cd "$lab/../../.." && pwd)
name=mutation
. "$home/tools/lib.sh"

sets() { # of an area: $classes that get faults, $tests that are to notice
  p=dev.rollcall
  case $1 in
    verdict) classes="$p.analysis.verdict.*" tests="$p.analysis.*Test" ;;
    life) classes="$p.analysis.life.*" tests="$p.analysis.*Test" ;;
    analysis) classes="$p.analysis.*" tests="$p.analysis.*Test,$p.report.*Test" ;;
    gate) classes="$p.gate.*" tests="$p.gate.*Test,$p.report.GateTextTest" ;;
    recording) classes="$p.recording.*" tests="$p.reader.*Test,$p.analysis.*Test" ;;
    live) classes="$p.internal.live.*" tests="$p.internal.*Test,$p.LeakCheckerTest,$p.OwnerTest" ;;
    check) classes="$p.internal.check.*" tests="$p.internal.*Test,$p.LeakCheckerTest,$p.OwnerTest,$p.LeakStatisticsTest" ;;
    internal) classes="$p.internal.*" tests="$p.internal.*Test,$p.*CheckerTest,$p.OwnerTest,$p.LeakStatisticsTest,$p.RefCountedTest" ;;
    *) fail "$1 is no area; see the head of labs/mutation/run.sh." ;;
  esac
}

# The product's classes, with the lab's own annotations.
compile_product() {
  mutable="$lab/target/product"
  rm -rf "$mutable"
  cp -R "$home/target/classes" "$mutable"
  find "$mutable" -name '*.class' -exec rm {} +
  find "$home/src/main/java" -name '*.java' >"$lab/target/sources"
  # As Maven does it: what can be no module, for its jars share packages, is on the class path.
  parquet=$(echo "$product" | tr : '\n' | grep -e /parquet- -e /jts-core- | paste -s -d : -)
  modules=$(echo "$product" | tr : '\n' | grep -v -e /parquet- -e /jts-core- | paste -s -d : -)
  "${bin}javac" -nowarn -Xlint:none -proc:none -g -parameters --release 17 -d "$mutable" \
    -p "$modules" -cp "$parquet" --add-reads dev.rollcall=ALL-UNNAMED \
    --patch-module "org.jspecify=$lab/target/classes" "@$lab/target/sources" || fail "the build failed."
}

percent=0
if [ "${1:-}" = --short ]; then
  percent=$least
  set -- verdict
fi
[ $# -gt 0 ] || set -- analysis gate recording internal
for area in "$@"; do sets "$area"; done
find_jdk javac
build_tests
product=$classpath
build_lab mutation
compile_product
"${bin}java" -version 2>&1 | sed -n "2s/^/$(date +%Y-%m-%d), /p"
status=0
for area in "$@"; do
  sets "$area"
  report="$lab/target/$area"
  echo "mutation: $area ..." >&2
  # The product's first: PIT mutates what is in its directory.
  "${bin}java" -cp "$mutable:$product:$classpath" org.pitest.mutationtest.commandline.MutationCoverageReport \
    --reportDir "$report" --outputFormats CSV,HTML --timestampedReports=false \
    --targetClasses "$classes" --targetTests "$tests" --sourceDirs "$home/src/main/java" \
    --mutableCodePaths "$mutable" --excludedGroups adapter,packaged \
    --jvmArgs "-Drollcall.mode=off,-Dfollowed.seeds=30,-Djdk.attach.allowAttachSelf=true,-Djol.magicFieldOffset=true,-XX:ErrorFile=$lab/target/hs_err_%p.log" \
    --threads 1 --timeoutConst 8000 >"$lab/target/$area.log" 2>&1 ||
    fail "PIT failed: see $lab/target/$area.log." 1
  # What the JVM refuses to load is no fault.
  awk -F, -v area="$area" -v least="$percent" '
    $6 == "NON_VIABLE" { next }
    { all[$2]++; sum++ }
    $6 == "KILLED" || $6 == "TIMED_OUT" || $6 == "MEMORY_ERROR" { noticed[$2]++; noticedSum++; next }
    { sub(/.*[.]/, "", $3); fault = $2 "." $4 ":" $5 "  " $3 }
    $6 != "SURVIVED" && $6 != "NO_COVERAGE" { untried++; print "not tried: " fault; next }
    $2 ~ /analysis[.](verdict|finding[.]Loss|life[.](Gaps|CheckerLog|Survivors|LeakChecks|FoldedLives))/ { print "survived: " fault }
    END {
      for (class in all) printf "%5.1f %%  %4d of %4d  %s\n", 100 * noticed[class] / all[class], noticed[class], all[class], class | "sort -k6"
      close("sort -k6")
      printf "%s: %d of %d faults noticed, %.1f %%\n", area, noticedSum, sum, 100 * noticedSum / sum
      if (untried) { printf "%s: %d faults could not be tried\n", area, untried }
      exit untried > 0 || 100 * noticedSum < least * sum
    }' "$report/mutations.csv" || status=1
done
exit "$status"
