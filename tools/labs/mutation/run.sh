#!/bin/sh
# Puts small faults into the product's classes, one at a time, and runs the tests that go through
# them, by PIT: a fault that no test notices survives, and says which test is missing.
#   tools/mutation [AREA]...
#     AREA   verdict, life, analysis, gate, recording, live, check, internal; default: all but
#            verdict and life, which are parts of analysis: about an hour on two cores
# Prints the score of each class and the faults that survived in verdicts, balances and losses; the
# pages of PIT are in target/AREA of the lab. A fault that makes a test hang counts as noticed.
# JAVA_HOME chooses the JDK, which is to be newer than 17: that one crashes (17.0.15) where PIT
# redefines a record.
set -eu

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
    recording) classes="$p.recording.*" tests="$p.recording.*Test,$p.analysis.*Test" ;;
    live) classes="$p.internal.live.*" tests="$p.internal.*Test,$p.LeakCheckerTest,$p.OwnerTest" ;;
    check) classes="$p.internal.check.*" tests="$p.internal.*Test,$p.LeakCheckerTest,$p.OwnerTest,$p.LeakStatisticsTest" ;;
    internal) classes="$p.internal.*" tests="$p.internal.*Test,$p.*CheckerTest,$p.OwnerTest,$p.LeakStatisticsTest,$p.RefCountedTest" ;;
    *) fail "$1 is no area; see the head of labs/mutation/run.sh." ;;
  esac
}

[ $# -gt 0 ] || set -- analysis gate recording internal
for area in "$@"; do sets "$area"; done
find_jdk
build_tests
product=$classpath
build_lab mutation
for area in "$@"; do
  sets "$area"
  report="$lab/target/$area"
  echo "mutation: $area ..." >&2
  # The product's first: PIT mutates what is in its directory.
  "${bin}java" -cp "$product:$classpath" org.pitest.mutationtest.commandline.MutationCoverageReport \
    --reportDir "$report" --outputFormats CSV,HTML --timestampedReports=false \
    --targetClasses "$classes" --targetTests "$tests" --sourceDirs "$home/src/main/java" \
    --mutableCodePaths "$home/target/classes" --jvmArgs -Drollcall.mode=off \
    --excludedTestClasses "*.ExitTest" --threads 2 --timeoutConst 8000 >"$lab/target/$area.log" 2>&1 ||
    fail "PIT failed: see $lab/target/$area.log." 1
  awk -F, -v area="$area" '
    { all[$2]++; sum++ }
    $6 != "SURVIVED" && $6 != "NO_COVERAGE" { noticed[$2]++; noticedSum++ }
    END {
      for (class in all) printf "%5.0f %%  %4d of %4d  %s\n", 100 * noticed[class] / all[class], noticed[class], all[class], class | "sort -k7"
      close("sort -k7")
      printf "%s: %d of %d faults noticed, %.0f %%\n", area, noticedSum, sum, 100 * noticedSum / sum
    }' "$report/mutations.csv"
  awk -F, '($6 == "SURVIVED" || $6 == "NO_COVERAGE") && $2 ~ /analysis[.](verdict|finding[.]Loss|life[.](Gaps|CheckerLog|Survivors|Life$))/ {
      sub(/.*[.]/, "", $3); print "survived: " $2 "." $4 ":" $5 "  " $3 }' "$report/mutations.csv"
done
