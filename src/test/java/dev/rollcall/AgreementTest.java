package dev.rollcall;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.analysis.Analysis;
import dev.rollcall.analysis.JvmLog;
import dev.rollcall.analysis.finding.FindingTotals.Following;
import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.reader.RecordingReader;
import dev.rollcall.recording.LifecycleEvent;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import jdk.jfr.Recording;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The report of the process and the report from its recording agree on groups, counts, owners and
 * fingerprints, for hundreds of seeds of {@link RandomLives}. {@code -Drollcall.agreement.seeds=N}
 * takes more.
 */
class AgreementTest {
  private static final int SEEDS_IN_A_RECORDING = 10;

  @TempDir Path directory;
  private final PrintStream stderr = System.err;

  static LongStream firstSeeds() {
    return LongStream.range(0, Integer.getInteger("rollcall.agreement.seeds", 300))
        .filter(seed -> seed % SEEDS_IN_A_RECORDING == 0);
  }

  /** The warnings are not what is tested, and there are thousands. */
  @BeforeEach
  void muteWarnings() {
    System.setErr(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
  }

  @AfterEach
  void unmute() {
    System.setErr(stderr);
  }

  @ParameterizedTest(name = "seeds from {0}")
  @MethodSource("firstSeeds")
  void onEverythingThatCounts(long firstSeed) throws Exception {
    assertThat(agreed(firstSeed, "all").totals().following().unfollowed()).isZero();
  }

  /** Most lives are only counted. */
  @ParameterizedTest(name = "seeds from {0}")
  @MethodSource("firstSeeds")
  void whereFewLivesAreFollowed(long firstSeed) throws Exception {
    Findings findings = agreed(firstSeed, "1/s");

    Following following = findings.totals().following();
    assertThat(following.unfollowed()).isGreaterThan(following.followed());
    assertThat(following.lives()).isEqualTo(findings.totals().registered());
    assertThat(findings.groups()).anyMatch(group -> group.unfollowed() > 0);
  }

  private Findings agreed(long firstSeed, String lives) throws Exception {
    List<LeakReport> reports = new ArrayList<>();
    Path file = directory.resolve("lives.jfr");
    try (Recording recording = new Recording()) {
      recording.enable("rollcall.Register").with("lives", lives);
      recording.setDestination(file);
      recording.start();
      for (int i = 0; i < SEEDS_IN_A_RECORDING; i++) {
        reports.addAll(new RandomLives(firstSeed + i).run());
      }
      recording.stop();
    }
    Findings findings = read(file, reports);

    assertThat(groups(findings)).isEqualTo(groups(reports));
    assertThat(findings.totals().registered()).isEqualTo(sum(reports, LeakReport::registered));
    assertThat(findings.totals().unregistered()).isEqualTo(sum(reports, LeakReport::unregistered));
    assertThat(findings.totals().leaked()).isEqualTo(sum(reports, LeakReport::leaked)).isPositive();
    assertThat(sum(reports, LeakReport::indirect)).isPositive();
    assertThat(findings.totals().ignored()).isEqualTo(sum(reports, LeakReport::ignored));
    assertThat(findings.totals().misused()).isEqualTo(sum(reports, LeakReport::misuses));
    assertThat(findings.totals().open()).isZero();
    assertThat(findings.totals().unknown()).isZero();
    assertThat(findings.recordings()).allMatch(recording -> recording.losses().isEmpty());
    Files.delete(file);
    return findings;
  }

  /** What the recording tells of these checkers; other tests' may be in it, too. */
  private static Findings read(Path file, List<LeakReport> reports) throws Exception {
    Set<Integer> checkers = reports.stream().map(LeakReport::checkerId).collect(toSet());
    Analysis analysis = new Analysis();
    JvmLog roll = new JvmLog();
    Consumer<LifecycleEvent> ours =
        event -> {
          if (checkers.contains(event.checkerId())) {
            roll.accept(event);
          }
        };
    analysis.add(new RecordingReader().read(file, ours), roll, null);
    return analysis.findings(1);
  }

  /** How many there are, how many of these other leaks own, and what the others own. */
  private record Members(long count, long indirect, Map<String, Long> owned) {
    Members plus(Members other) {
      Map<String, Long> sum = new TreeMap<>(owned);
      other.owned.forEach((group, some) -> sum.merge(group, some, Long::sum));
      return new Members(count + other.count, indirect + other.indirect, sum);
    }
  }

  private static Map<String, Members> groups(Findings findings) {
    return findings.groups().stream()
        .collect(
            toMap(
                group -> group.fingerprint(),
                group ->
                    new Members(
                        group.count(),
                        group.indirect(),
                        group.owned().stream()
                            .collect(
                                toMap(owned -> owned.fingerprint(), owned -> owned.count())))));
  }

  private static Map<String, Members> groups(List<LeakReport> reports) {
    return reports.stream()
        .flatMap(report -> report.groups().stream())
        .collect(
            toMap(
                LeakGroup::fingerprint,
                group ->
                    new Members(
                        group.count(),
                        group.indirect(),
                        group.owned().stream()
                            .collect(toMap(LeakGroup.Owned::fingerprint, LeakGroup.Owned::count))),
                Members::plus));
  }

  private static long sum(List<LeakReport> reports, ToLongFunction<LeakReport> total) {
    return reports.stream().mapToLong(total).sum();
  }
}
