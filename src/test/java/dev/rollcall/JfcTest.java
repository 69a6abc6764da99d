package dev.rollcall;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.testing.ChildJvm;
import dev.rollcall.testing.Life;
import dev.rollcall.testing.Recorded;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jdk.jfr.EventType;
import jdk.jfr.FlightRecorder;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedThread;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The settings files do what their options say, in JVMs that record with them. */
class JfcTest {
  private static final String ROLLCALL = "jfc/rollcall.jfc";
  private static final String PROFILE = "jfc/rollcall-profile.jfc";
  private static final String PRODUCTION = "jfc/rollcall-production.jfc";
  private static final Set<String> REGISTRATIONS =
      Set.of("rollcall.Register", "rollcall.Unregister");
  private static final Set<String> STEPS =
      Set.of("rollcall.Retain", "rollcall.Release", "rollcall.Touch");

  private Path directory;
  private List<String> settings = List.of();

  @BeforeEach
  void recordInto(@TempDir Path temporary) {
    directory = temporary;
  }

  private Recorded record(String options, String... arguments) throws Exception {
    Path file = directory.resolve("life.jfr");
    ChildJvm.Ended ended =
        new ChildJvm()
            .options(
                "-Drollcall.mode=warn",
                "-Drollcall.report=" + directory.resolve("report.txt"),
                "-XX:StartFlightRecording:" + options + ",filename=" + file)
            .run(Life.class, arguments)
            .with(0);
    settings = ended.out().lines().toList();
    return Recorded.read(file);
  }

  /** The Rollcall events in a recording by name, with whether all of them have a stack trace. */
  private static Map<String, Boolean> stacks(Recorded recorded) {
    return rollcallTypes()
        .filter(name -> !recorded.all(name).isEmpty())
        .collect(
            toMap(
                name -> name,
                name ->
                    recorded.all(name).stream().allMatch(event -> event.getStackTrace() != null)));
  }

  private static Stream<String> rollcallTypes() {
    LeakChecker.builder().build();
    return FlightRecorder.getFlightRecorder().getEventTypes().stream()
        .map(EventType::getName)
        .filter(name -> name.startsWith("rollcall."));
  }

  @Test
  void rollcallRecordsTheWholeLifeWithStacks() throws Exception {
    Recorded recorded = record("settings=" + ROLLCALL, "curve", "2", "many", "10001");

    assertThat(stacks(recorded))
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("rollcall.Register", true),
                Map.entry("rollcall.Unregister", true),
                Map.entry("rollcall.Retain", true),
                Map.entry("rollcall.Release", true),
                Map.entry("rollcall.Touch", true),
                Map.entry("rollcall.Misuse", true),
                Map.entry("rollcall.LeakCheck", true),
                Map.entry("rollcall.Leak", false),
                Map.entry("rollcall.Live", false),
                Map.entry("rollcall.LiveGroup", false),
                Map.entry("rollcall.Checkpoint", false),
                Map.entry("rollcall.LiveCount", false)));
    assertThat(recorded.all("rollcall.Leak")).hasSize(10_002);
    assertThat(recorded.all("rollcall.Checkpoint"))
        .extracting(event -> event.getString("phase"))
        .containsExactly("start", "exit");
    assertThat(settings)
        .contains("rollcall.Checkpoint#period=endChunk", "rollcall.LiveCount#period=1 s");
    assertThat(shortestGap(curve(recorded))).isGreaterThan(Duration.ofMillis(500));
  }

  @Test
  void rollcallRecordsWhatIsNeededOfTheJvm() throws Exception {
    Recorded recorded = record("settings=" + ROLLCALL);

    assertThat(recorded.all("jdk.JVMInformation")).hasSize(1);
    assertThat(recorded.all("jdk.ActiveRecording")).isNotEmpty();
    assertThat(threads(recorded.all("jdk.ThreadStart"))).contains("life-worker");
    assertThat(threads(recorded.all("jdk.ThreadEnd"))).contains("life-worker");
    assertThat(thrown(recorded)).contains(Life.Thrown.class.getName());
    assertThat(recorded.all("jdk.ExecutionSample")).isEmpty();
    assertThat(recorded.all("jdk.CPULoad")).isEmpty();
  }

  private static List<String> threads(List<RecordedEvent> events) {
    return events.stream()
        .map(event -> event.getThread("thread"))
        .filter(Objects::nonNull)
        .map(RecordedThread::getJavaName)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "settings=" + ROLLCALL,
        "settings=profile,settings=" + PROFILE,
      })
  void enabledSwitchesEverythingOff(String settings) throws Exception {
    Recorded off = record(settings + ",rollcall-enabled=false", "many", "10001");

    assertThat(stacks(off)).isEmpty();
    assertThat(off.all("jdk.ActiveSetting")).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "settings=" + ROLLCALL,
        "settings=profile,settings=" + PROFILE,
      })
  void stepsSwitchesRetainReleaseAndTouchOff(String settings) throws Exception {
    Recorded recorded = record(settings + ",rollcall-steps=false");

    assertThat(stacks(recorded))
        .containsKeys(
            "rollcall.Register", "rollcall.Unregister", "rollcall.Leak", "rollcall.Checkpoint")
        .doesNotContainKeys(STEPS.toArray(String[]::new));
  }

  @ParameterizedTest
  @CsvSource({
    "off, false, false",
    "register, true, false",
    "all, true, true",
  })
  void stacksChoosesWhichEventsHaveStackTraces(String choice, boolean register, boolean steps)
      throws Exception {
    Map<String, Boolean> alone =
        stacks(record("settings=" + ROLLCALL + ",rollcall-stacks=" + choice));
    Map<String, Boolean> profile =
        stacks(record("settings=" + PROFILE + ",settings=profile,rollcall-stacks=" + choice));

    for (Map<String, Boolean> stacks : List.of(alone, profile)) {
      REGISTRATIONS.forEach(name -> assertThat(stacks).containsEntry(name, register));
      STEPS.forEach(name -> assertThat(stacks).containsEntry(name, steps));
      assertThat(stacks).containsEntry("rollcall.Misuse", true);
    }
  }

  @ParameterizedTest
  @CsvSource({"10s, 10 s", "60s, 60 s"})
  void curveChoosesThePeriodOfTheLiveCount(String choice, String period) throws Exception {
    record("settings=" + ROLLCALL + ",rollcall-curve=" + choice);

    assertThat(settings).contains("rollcall.LiveCount#period=" + period);
  }

  @Test
  void curveCanBeFine() throws Exception {
    Recorded recorded = record("settings=" + ROLLCALL + ",rollcall-curve=100ms", "curve", "5");

    assertThat(shortestGap(curve(recorded))).isLessThan(Duration.ofMillis(500));
  }

  @Test
  void curveCanBeOnePointForEachChunk() throws Exception {
    Recorded recorded = record("settings=" + ROLLCALL + ",rollcall-curve=chunk");

    assertThat(curve(recorded)).hasSize(1);
    assertThat(curve(recorded).get(0).getLong("live")).isEqualTo(1);
  }

  @Test
  void curveCanBeOff() throws Exception {
    Recorded recorded = record("settings=" + ROLLCALL + ",rollcall-curve=off");

    assertThat(stacks(recorded)).doesNotContainKey("rollcall.LiveCount").hasSizeGreaterThan(5);
  }

  @Test
  void exceptionsHaveStacks() throws Exception {
    Recorded recorded = record("settings=" + ROLLCALL);

    assertThat(recorded.all("jdk.JavaExceptionThrow"))
        .allMatch(event -> event.getStackTrace() != null);
  }

  @Test
  void exceptionsCanBeOff() throws Exception {
    Recorded recorded = record("settings=" + ROLLCALL + ",rollcall-exceptions=false");

    assertThat(thrown(recorded)).isEmpty();
  }

  private static List<String> thrown(Recorded recorded) {
    return recorded.all("jdk.JavaExceptionThrow").stream()
        .map(event -> event.getClass("thrownClass").getName())
        .toList();
  }

  /** A use says where it was or nothing at all. */
  @ParameterizedTest
  @CsvSource({
    "rollcall-uses=true, true, all",
    "rollcall-uses=false, false, off",
    "rollcall-uses=off, false, off",
    "rollcall-uses=10/s, true, 10/s",
    "rollcall-stacks=register, false, 100/s",
    "rollcall-steps=false, false, 100/s",
  })
  void usesAreRecordedWithTheStacksOfSteps(String choice, boolean on, String lives)
      throws Exception {
    record("settings=" + ROLLCALL + "," + choice);
    assertThat(settings).contains("rollcall.Use#enabled=" + on, "rollcall.Use#lives=" + lives);

    record("settings=profile,settings=" + PROFILE + "," + choice);
    assertThat(settings).contains("rollcall.Use#enabled=" + on, "rollcall.Use#lives=" + lives);
  }

  @ParameterizedTest
  @CsvSource({
    ROLLCALL + ",rollcall-lives=10/s, 15, 100",
    PRODUCTION + ", 150, 1000",
    PRODUCTION + ",rollcall-lives=all, 2004, 2004",
  })
  void livesChoosesHowManyAreFollowed(String file, int atLeast, int atMost) throws Exception {
    Recorded recorded = record("settings=" + file, "many", "2000");

    assertThat(recorded.all("rollcall.Register")).hasSizeBetween(atLeast, atMost);
    assertThat(stacks(recorded)).containsEntry("rollcall.Register", true);
    assertThat(recorded.all("rollcall.Leak")).hasSize(2_001);
    assertThat(thrown(recorded)).isEmpty();
  }

  @Test
  void profileAddsTheLifeToTheProfileSet() throws Exception {
    Recorded recorded = record("settings=profile,settings=" + PROFILE);

    assertThat(stacks(recorded))
        .containsEntry("rollcall.Register", true)
        .containsEntry("rollcall.Touch", true)
        .containsEntry("rollcall.Live", false)
        .containsEntry("rollcall.Checkpoint", false);
    assertThat(recorded.all("jdk.OSInformation")).isNotEmpty();
    assertThat(settings)
        .contains(
            "rollcall.Checkpoint#period=endChunk",
            "rollcall.LiveCount#period=1 s",
            "jdk.ExecutionSample#period=10 ms"); // 20 ms in the default set
  }

  private static Duration shortestGap(List<RecordedEvent> events) {
    return IntStream.range(1, events.size())
        .mapToObj(
            i -> Duration.between(events.get(i - 1).getStartTime(), events.get(i).getStartTime()))
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  private static List<RecordedEvent> curve(Recorded recorded) {
    return recorded.all("rollcall.LiveCount").stream()
        .filter(e -> e.getClass("resourceType").getName().equals(Life.Leaked.class.getName()))
        .toList();
  }
}
