package dev.rollcall.internal.overdue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.testing.ChildJvm;
import dev.rollcall.testing.Recorded;
import dev.rollcall.testing.RefusingProvider;
import dev.rollcall.testing.Tardy;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a program whose resources live for too long is told, and its recording. */
class OverdueTest {
  private static final String TYPE = "dev.rollcall.testing.Tardy$Connection";

  @TempDir private Path directory;

  private static ChildJvm jvm() {
    return new ChildJvm().options("-Drollcall.mode=warn", "-Drollcall.expect=*$Connection:500ms");
  }

  private ChildJvm recorded() {
    return jvm().options("-XX:StartFlightRecording:filename=" + directory.resolve("late.jfr"));
  }

  @Test
  void theHolderIsToldWithWhatItDoesNow() throws Exception {
    ChildJvm.Ended ended = recorded().run(Tardy.class, "platform").with(0);

    assertThat(ended.err())
        .containsPattern(
            "(?m)^Rollcall: \\Q"
                + TYPE
                + "\\E 0x1 is overdue: it has been open for [0-9.]+ s,"
                + " and rollcall.expect allows 500 ms \\(group \\Q"
                + TYPE
                + "\\E@[0-9a-f]+\\)$")
        .containsPattern(
            "(?s)\n  registered:\n    at \\Qdev.rollcall.testing.Tardy.open(Tardy.java:\\E[0-9]+\\)")
        .containsPattern(
            "(?s)\n  thread holder-platform, which registered it, is now at:\n.*"
                + "\n    at \\Qdev.rollcall.testing.Tardy.hold(Tardy.java:\\E[0-9]+\\)")
        .containsPattern(
            "(?m)^Rollcall: \\Q"
                + TYPE
                + "\\E 0x1 returned after [0-9.]+ s in thread"
                + " holder-platform; rollcall.expect allows 500 ms \\(group ")
        .doesNotContain("LEAK");
    List<RecordedEvent> events =
        Recorded.read(directory.resolve("late.jfr")).all("rollcall.Overdue", 0);
    assertThat(events).hasSize(2);
    RecordedEvent found = events.get(0);
    assertThat(found.getBoolean("returned")).isFalse();
    assertThat(found.getLong("resourceId")).isEqualTo(1);
    assertThat(found.getClass("resourceType").getName()).isEqualTo(TYPE);
    assertThat(found.getDuration("expected").toMillis()).isEqualTo(500);
    assertThat(found.getDuration("age").toMillis()).isGreaterThan(500);
    assertThat(found.getString("fingerprint")).startsWith(TYPE + "@");
    assertThat(found.getString("site")).startsWith("dev.rollcall.testing.Tardy.open(Tardy.java:");
    assertThat(found.getString("holder")).isEqualTo("holder-platform");
    assertThat(found.getBoolean("holderEnded")).isFalse();
    assertThat(found.getString("holderStack")).contains("\ndev.rollcall.testing.Tardy.hold(");
    assertThat(found.getLong("others")).isZero();
    RecordedEvent returned = events.get(1);
    assertThat(returned.getBoolean("returned")).isTrue();
    assertThat(returned.getLong("resourceId")).isEqualTo(1);
    assertThat(returned.getDuration("age")).isGreaterThanOrEqualTo(found.getDuration("age"));
    assertThat(returned.getString("fingerprint")).isEqualTo(found.getString("fingerprint"));
    assertThat(returned.getString("holder")).isNull();
    assertThat(returned.getThread().getJavaName()).isEqualTo("holder-platform");
  }

  private static Stream<String> threadsWithoutAName() {
    return Runtime.version().feature() >= 21
        ? Stream.of("unnamed", "virtual")
        : Stream.of("unnamed");
  }

  @ParameterizedTest
  @MethodSource("threadsWithoutAName")
  void theStackOfAThreadThatHasOnlyANumberIsToldToo(String thread) throws Exception {
    ChildJvm.Ended ended = jvm().run(Tardy.class, thread).with(0);

    assertThat(ended.err())
        .containsPattern(
            "(?s)\n  thread #[0-9]+, which registered it, is now at:\n.*"
                + "\n    at \\Qdev.rollcall.testing.Tardy.hold(Tardy.java:\\E[0-9]+\\)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mute", "throwing"})
  void aThreadThatDoesNotSayWhereItIsStopsNothing(String holder) throws Exception {
    ChildJvm.Ended ended = recorded().run(Tardy.class, holder).with(0);

    assertThat(ended.err())
        .contains("\n  thread without a name, which registered it, did not say where it is now\n")
        .contains(" returned after ")
        .doesNotContain("Exception");
    RecordedEvent found =
        Recorded.read(directory.resolve("late.jfr")).all("rollcall.Overdue", 0).get(0);
    assertThat(found.getString("holder")).isEqualTo("without a name");
    assertThat(found.getString("holderStack")).isNull();
    assertThat(found.getBoolean("holderEnded")).isFalse();
  }

  @Test
  void whoTookTheLastStepHoldsIt() throws Exception {
    ChildJvm.Ended ended = recorded().run(Tardy.class, "handed").with(0);

    assertThat(ended.err())
        .containsPattern(
            "(?s)\n  thread holder-handed, which took its last recorded step, is now at:\n.*"
                + "\n    at \\Qdev.rollcall.testing.Tardy.workOn(Tardy.java:\\E[0-9]+\\)");
  }

  /** Steps cost nothing where nobody follows them, and leave nothing behind. */
  @Test
  void withoutARecordingItIsWhoRegisteredIt() throws Exception {
    ChildJvm.Ended ended = jvm().run(Tardy.class, "handed").with(0);

    assertThat(ended.err()).contains("\n  thread main, which registered it, is now at:\n");
  }

  @Test
  void aHolderThatHasEndedIsSaidToHave() throws Exception {
    ChildJvm.Ended ended = jvm().run(Tardy.class, "ended").with(0);

    assertThat(ended.err())
        .contains("\n  thread holder-ended, which registered it, has ended\n")
        .contains(" returned after ");
  }

  @Test
  void aBlockedLoggerStopsNothing() throws Exception {
    ChildJvm.Ended ended =
        jvm()
            .options("-Dslf4j.provider=" + RefusingProvider.class.getName(), "-Drefuse=block")
            .options("-Drollcall.exitWait=0s")
            .run(Tardy.class, "blocked")
            .with(0);

    assertThat(ended.out().lines()).containsExactly("found both", "left 0");
  }
}
