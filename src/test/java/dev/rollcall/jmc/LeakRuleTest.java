package dev.rollcall.jmc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.analysis.Analysis;
import dev.rollcall.analysis.JvmLog;
import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.diagnosis.Suspect;
import dev.rollcall.reader.RecordingReader;
import dev.rollcall.recording.Recording;
import dev.rollcall.recording.SampleRecordings;
import dev.rollcall.report.TextReport;
import dev.rollcall.testing.CommandedJvm;
import dev.rollcall.testing.Program;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.RunnableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.item.IItemIterable;
import org.openjdk.jmc.common.unit.UnitLookup;
import org.openjdk.jmc.common.util.IPreferenceValueProvider;
import org.openjdk.jmc.common.util.TypedPreference;
import org.openjdk.jmc.flightrecorder.JfrLoaderToolkit;
import org.openjdk.jmc.flightrecorder.rules.IResult;
import org.openjdk.jmc.flightrecorder.rules.IRule;
import org.openjdk.jmc.flightrecorder.rules.ResultProvider;
import org.openjdk.jmc.flightrecorder.rules.Severity;
import org.openjdk.jmc.flightrecorder.rules.TypedResult;
import org.openjdk.jmc.flightrecorder.rules.report.html.JfrHtmlRulesReport;
import org.openjdk.jmc.flightrecorder.rules.util.RulesToolkit;

/** The rule, as Mission Control's core libraries find and evaluate it. */
final class LeakRuleTest {
  private static final String OPENED = Program.Opened.class.getTypeName();

  @TempDir private Path directory = Path.of("");

  private Path record(String... commands) throws Exception {
    try (CommandedJvm jvm = CommandedJvm.in(directory).recorded()) {
      jvm.tell(commands).end();
      return jvm.file();
    }
  }

  private static Findings findings(Path file) throws Exception {
    JvmLog roll = new JvmLog();
    Recording recording = new RecordingReader().read(file, roll, roll.context());
    Analysis analysis = new Analysis();
    analysis.add(recording, roll, null);
    return analysis.findings(0);
  }

  @Test
  void leaksAreAWarning() throws Exception {
    Judged judged = Judged.of(record("open 3", "elsewhere 2", "pairs 20"));

    assertThat(judged.severity()).isEqualTo(Severity.WARNING);
    assertThat(judged.summary())
        .isEqualTo("5 of 25 registered resources were never released, in 2 groups.");
    assertThat(judged.number(LeakResults.LEAKED)).isEqualTo(5);
    assertThat(judged.number(LeakResults.REGISTERED)).isEqualTo(25);
    assertThat(judged.number(LeakResults.GROUPS)).isEqualTo(2);
    assertThat(judged.result().getResult(LeakResults.WORST_TYPE)).isEqualTo(OPENED);
    assertThat(judged.result().getResult(LeakResults.DOUBT)).isNull();
    assertThat(judged.list(LeakResults.DOUBT_LIST)).isEmpty();
    assertThat(judged.list(LeakResults.GROUP_LIST))
        .satisfiesExactly(
            group ->
                assertThat(group)
                    .matches(
                        "3 x \\Q"
                            + OPENED
                            + "\\E never released, registered at dev[.]rollcall[.]testing[.]Program"
                            + "[.]open\\(Program[.]java:\\d+\\) \\(group \\Q"
                            + OPENED
                            + "\\E@[0-9a-f]{16}; collector: reachable\\)"),
            group -> assertThat(group).startsWith("2 x " + OPENED + " never released"));
    assertThat(judged.list(LeakResults.CAUSE_LIST))
        .satisfiesExactly(cause -> assertThat(cause).startsWith("5 leaked in 2 groups: "));
    assertThat(judged.explanation())
        .contains("The causes, largest first: ", "3 x " + OPENED + " never released")
        .doesNotContain("{", "Misuses", "What is missing");
  }

  /** The same sentences and numbers, in the same order. */
  @Test
  void itSaysWhatTheOfflineToolSays() throws Exception {
    Path file = record("buffers 4", "open 3", "elsewhere 2", "pairs 20", "load 50");
    Findings findings = findings(file);
    Judged judged = Judged.of(file);

    assertThat(TextReport.of(findings)).startsWith("LEAK: " + judged.summary() + "\n");
    List<Suspect> suspects =
        findings.groups().stream().flatMap(group -> group.suspects().stream()).toList();
    assertThat(suspects).isNotEmpty();
    assertThat(judged.list(LeakResults.SUSPECT_LIST)).hasSameSizeAs(suspects);
    String solution = judged.solution();
    assertThat(solution)
        .containsSubsequence(suspects.stream().map(Suspect::evidence).toArray(String[]::new));
    assertThat(judged.result().getResult(LeakResults.TOP_SUSPECT))
        .isEqualTo(suspects.get(0).frame().toString());
    assertThat(String.join("\n", judged.list(LeakResults.GROUP_LIST)))
        .containsSubsequence(
            findings.groups().stream().map(LeakFinding::fingerprint).toArray(String[]::new));
  }

  @Test
  void aSingleLeakIsWordedAsOne() throws Exception {
    Judged judged = Judged.of(record("open 1", "pairs 2"));

    assertThat(judged.summary()).isEqualTo("1 of 3 registered resources was never released.");
    assertThat(judged.score()).isEqualTo(Severity.WARNING.getLimit());
  }

  @Test
  void moreLeaksScoreHigherAndNoneScoresBelowAWarning() throws Exception {
    double few = Judged.of(SampleRecordings.get("leaky")).score();
    double many = Judged.of(record("open 200")).score();

    assertThat(few).isBetween(75.0, many);
    assertThat(many).isLessThan(100);
    assertThat(Severity.get(few)).isEqualTo(Severity.WARNING);
  }

  @Test
  void misuseIsAWarning() throws Exception {
    Judged judged = Judged.of(SampleRecordings.get("misused"));

    assertThat(judged.severity()).isEqualTo(Severity.WARNING);
    assertThat(judged.summary()).isEqualTo("1 misuse, and no leak was found.");
    assertThat(judged.explanation()).startsWith("Misuses: 1 x double-release of ");
    assertThat(judged.number(LeakResults.MISUSED)).isEqualTo(1);
    assertThat(judged.result().getResult(LeakResults.WORST_TYPE)).isNull();
    assertThat(judged.result().getResult(TypedResult.ITEM_QUERY)).isNull();
  }

  @Test
  void nothingLeftOverIsOk() throws Exception {
    Judged judged = Judged.of(record("pairs 20", "open 3", "close 3"));

    assertThat(judged.severity()).isEqualTo(Severity.OK);
    assertThat(judged.summary()).isEqualTo("No leaks among 23 registered resources.");
    assertThat(judged.score()).isZero();
  }

  /** A recording of something else. */
  @Test
  void withoutEventsOfOursItIsNotApplicable() throws Exception {
    Judged judged = Judged.of(SampleRecordings.get("none"));

    assertThat(judged.items().hasItems()).isTrue();
    assertThat(judged.severity()).isEqualTo(Severity.NA);
    assertThat(RulesToolkit.getIgnoreReason(judged.items(), Judged.rule()))
        .contains("rollcall.Checkpoint");
  }

  @Test
  void whatStillLivedIsNeitherALeakNorClean() throws Exception {
    try (CommandedJvm jvm = CommandedJvm.in(directory).recorded()) {
      Path running = directory.resolve("running.jfr");
      jvm.tell("open 3", "pairs 20", "dump " + running);
      Judged judged = Judged.of(running);

      assertThat(judged.severity()).isEqualTo(Severity.INFO);
      assertThat(judged.summary())
          .isEqualTo(
              "Cannot rule out leaks: 3 resources were still"
                  + " open when the recording ended, and no final check was recorded.");
      assertThat(judged.number(LeakResults.OPEN)).isEqualTo(3);
      assertThat(judged.number(LeakResults.LEAKED)).isZero();
    }
  }

  @Test
  void lostDataIsNeitherALeakNorClean() throws Exception {
    Judged judged =
        Judged.of(record("maxsize 1", "pairs 20", "rotate", "pairs 5", "rotate", "pairs 1"));

    assertThat(judged.severity()).isEqualTo(Severity.INFO);
    assertThat(judged.summary())
        .startsWith("Cannot rule out leaks: the global")
        .contains(" missing (older than the oldest chunk");
    assertThat(judged.list(LeakResults.DOUBT_LIST)).hasSize(2);
    assertThat(judged.solution()).contains("maxsize=0");
  }

  /** Mission Control passes over a last chunk that is cut off, without a word. */
  @Test
  void anEndThatIsCutOffIsNeitherALeakNorClean() throws Exception {
    Path file = record("open 3", "rotate", "pairs 10", "close 3");
    assertThat(Judged.of(file).severity()).isEqualTo(Severity.OK);
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - 1_000));
    Judged judged = Judged.of(file);

    assertThat(judged.severity()).isEqualTo(Severity.INFO);
    assertThat(judged.number(LeakResults.OPEN)).isEqualTo(3);
    assertThat(judged.summary()).contains("3 resources were still open when the recording ended");
  }

  @Test
  void leaksBesideLostDataAreAWarningThatSaysSo() throws Exception {
    Judged judged =
        Judged.of(
            record("maxsize 1", "open 3", "pairs 20", "rotate", "pairs 5", "rotate", "pairs 1"));

    assertThat(judged.severity()).isEqualTo(Severity.WARNING);
    assertThat(judged.summary())
        .isEqualTo(
            "3 of 29 registered resources were never released; there may be more, because the"
                + " recording is incomplete.");
    assertThat(judged.explanation()).contains(" What is missing: the global checker");
  }

  @Test
  void thePreferenceSaysHowManyGroupsAreListed() throws Exception {
    IItemCollection items =
        JfrLoaderToolkit.loadEvents(record("open 3", "elsewhere 2", "buffers 1").toFile());
    Judged judged =
        Judged.of(
            items,
            new IPreferenceValueProvider() {
              @Override
              @SuppressWarnings("unchecked")
              public <T> T getPreferenceValue(TypedPreference<T> preference) {
                assertThat(preference).isEqualTo(LeakRule.GROUPS);
                return (T) UnitLookup.NUMBER_UNITY.quantity(1);
              }
            });

    assertThat(judged.number(LeakResults.GROUPS)).isEqualTo(3);
    assertThat(judged.list(LeakResults.GROUP_LIST))
        .satisfiesExactly(
            group -> assertThat(group).startsWith("3 x "),
            more -> assertThat(more).isEqualTo("and 2 more groups"));
  }

  @Test
  void eventsOfTwoJvmsAreNotApplicable() throws Exception {
    Path other = record("open 1");
    IItemCollection both =
        JfrLoaderToolkit.loadEvents(
            List.of(SampleRecordings.get("leaky").toFile(), other.toFile()));
    Judged judged = Judged.of(both, null);

    assertThat(judged.severity()).isEqualTo(Severity.NA);
    assertThat(judged.summary()).startsWith("these events are from 2 JVMs");
  }

  /**
   * After the analysis the rule asks how many groups to list; a cancelled one does not get there.
   */
  @Test
  void aCancelledEvaluationGivesUp() throws Exception {
    IItemCollection items = JfrLoaderToolkit.loadEvents(SampleRecordings.get("chunks").toFile());
    List<RunnableFuture<IResult>> tasks = new ArrayList<>();
    AtomicBoolean asked = new AtomicBoolean();
    IPreferenceValueProvider preferences =
        new IPreferenceValueProvider() {
          @Override
          public <T> T getPreferenceValue(TypedPreference<T> preference) {
            asked.set(true);
            return preference.getDefaultValue();
          }
        };
    IItemCollection cancelling =
        new Watched(items, () -> tasks.forEach(task -> task.cancel(false)));
    tasks.add(Judged.rule().createEvaluation(cancelling, preferences, new ResultProvider()));
    tasks.forEach(Runnable::run);

    assertThat(tasks).singleElement().matches(Future::isCancelled);
    assertThat(asked).isFalse();
    RunnableFuture<IResult> undisturbed =
        Judged.rule().createEvaluation(items, preferences, new ResultProvider());
    undisturbed.run();
    assertThat(undisturbed.get().getSeverity()).isEqualTo(Severity.OK);
    assertThat(asked).isTrue();
  }

  @Test
  void theHtmlReportHasIt() throws Exception {
    Path file = record("open 3", "elsewhere 2", "pairs 20");
    String html = JfrHtmlRulesReport.createReport(file.toFile());

    assertThat(html)
        .contains("Leaked Resources")
        .contains("5 of 25 registered resources were never released, in 2 groups.")
        .contains("<ul><li>3 x " + OPENED + " never released, registered at ");
  }

  /** Mission Control escapes HTML; that a value is no link of its own markup is up to the rule. */
  @Test
  void stringsOfARecordingAreShownNotSent() throws Exception {
    String html = JfrHtmlRulesReport.createReport(SampleRecordings.get("hostile").toFile());

    assertThat(html)
        .contains("1 of 1 registered resources was never released; 1 misused.")
        .contains("\\u001b[2J&#34;\\\\u000a\\u202e&lt;/script&gt;")
        .doesNotContain("\u001b", "\u202e", "\\u202e</script>");
    assertThat(LeakLists.harmless("[click](javascript:alert) here")).doesNotContain("](");
  }

  @Test
  void theQueryFindsTheRegistrationsOfTheLeakedAndNoOthers() throws Exception {
    Path file = record("open 2", "pairs 20", "elsewhere 1");
    Judged judged = Judged.of(file);
    IItemCollection registrations =
        judged.items().apply(judged.result().getResult(TypedResult.ITEM_QUERY).getFilter());

    Map<String, Long> found =
        registrations.stream()
            .collect(
                Collectors.toMap(
                    items -> items.getType().getIdentifier(),
                    IItemIterable::getItemCount,
                    Long::sum));
    assertThat(found).isEqualTo(Map.of("rollcall.Register", 3L));
  }

  @Test
  void theResultsItDeclaresAreTheOnesItGives() throws Exception {
    IRule rule = Judged.rule();
    Collection<String> ids = rule.getResults().stream().map(TypedResult::getIdentifier).toList();

    assertThat(Set.copyOf(ids)).hasSameSizeAs(ids);
    assertThat(rule.getConfigurationAttributes()).isEqualTo(List.of(LeakRule.GROUPS));
    Judged judged = Judged.of(record("open 1"));
    assertThat(List.of(judged.summary(), judged.explanation(), judged.solution()))
        .allSatisfy(text -> assertThat(text).isNotEmpty().doesNotContain("{", "}"));
  }
}
