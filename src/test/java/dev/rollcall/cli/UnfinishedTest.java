package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.cli.Told.Run;
import dev.rollcall.testing.Buffer;
import dev.rollcall.testing.CommandedJvm;
import dev.rollcall.testing.Program;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Recordings without an end, or with more than their end can tell: killed, halted and running JVMs,
 * registrations after the last checkpoint, and more live resources than a checkpoint writes.
 */
final class UnfinishedTest {
  private static final String OPENED = Program.Opened.class.getName();
  private static final String BUFFER = Buffer.class.getName();

  @TempDir private Path directory = Path.of("");

  private static void finish(CommandedJvm jvm, String how) throws Exception {
    if (how.equals("kill")) {
      jvm.kill();
    } else {
      jvm.halt();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"kill", "halt"})
  void aJvmThatDidNotComeToWriteItsFile(String how) throws Exception {
    try (CommandedJvm jvm = CommandedJvm.in(directory).recorded()) {
      jvm.tell("open 3", "pairs 5", "flush");
      finish(jvm, how);

      Told file = Told.of(jvm.file());
      assertThat(file.status()).isEqualTo(ExitCode.UNREADABLE);
      assertThat(file.err().lines()).hasSize(1);
      assertThat(file.err())
          .startsWith("rollcall: " + jvm.file() + " is empty: a JVM writes it when it exits; ")
          .contains("if it was killed, give its repository, a directory <date>_<pid>");
      Told repository = Told.of(jvm.repository());
      repository.isUnsure(3, 0);
      assertThat(repository.kinds()).containsExactly("unfinished", "verdict");
      assertThat(repository.losses().get(0).get("sentence").asText())
          .isEqualTo(
              "chunk 1: the JVM was still running or was killed, so the events of the last second"
                  + " are missing");
      assertThat(repository.loss("verdict"))
          .contains("no leak check of the global checker, and no checkpoint after");
      assertThat(repository.total("registered")).isEqualTo(8);
    }
  }

  /** What the last check on demand found, and nobody has released since, has leaked. */
  @ParameterizedTest
  @ValueSource(strings = {"kill", "halt"})
  void aKilledJvmThatHadCheckedBefore(String how) throws Exception {
    try (CommandedJvm jvm = CommandedJvm.in(directory).recorded()) {
      jvm.tell("open 3", "check", "close 1", "open 4", "rotate", "pairs 5", "flush");
      finish(jvm, how);

      Told told = Told.of(jvm.repository());
      told.is(ExitCode.FOUND, 2, 4, 0);
      assertThat(told.kinds()).containsExactly("unfinished");
      assertThat(told.text()).contains("still registered at the program's check");
    }
  }

  @Test
  void aJvmThatRuns() throws Exception {
    Path dump = directory.resolve("dump.jfr");
    try (CommandedJvm jvm = CommandedJvm.in(directory).recorded()) {
      jvm.tell("open 2", "pairs 5", "flush");
      Run empty = Run.of("report", jvm.file());
      assertThat(empty.status()).isEqualTo(ExitCode.UNREADABLE);
      assertThat(empty.err())
          .contains("if it still runs, dump what it has recorded with jcmd PID JFR.dump filename=");
      Told running = Told.of(jvm.repository());
      assertThat(running.loss("unfinished"))
          .isEqualTo(
              "null: chunk 1: the JVM, process "
                  + jvm.pid()
                  + ", is still running and has not finished it, so the latest events are missing");
      jvm.tell("dump " + dump);
      Told dumped = Told.of(dump);
      jvm.tell("close 2").end();

      running.isUnsure(2, 0);
      assertThat(running.kinds()).containsExactly("unfinished", "verdict");
      dumped.isUnsure(2, 0);
      assertThat(dumped.losses()).isEmpty();
      assertThat(dumped.text())
          .contains("2 resources were still open when the recording ended, and no final check was");
      Told ended = Told.of(jvm.file());
      ended.is(ExitCode.CLEAN, 0, 0, 0);
      assertThat(ended.losses()).isEmpty();
    }
  }

  /** A daemon thread goes on registering while the JVM ends; nothing final speaks of the last. */
  @Test
  void registrationsAfterTheLastCheckpoint() throws Exception {
    try (CommandedJvm jvm =
        CommandedJvm.in(directory).options("-Drollcall.exitWait=300ms").recorded()) {
      jvm.tell("open 1", "keep").end();

      Told told = Told.of(jvm.file());
      assertThat(told.status()).isEqualTo(ExitCode.FOUND);
      assertThat(told.total("unregistered")).isZero();
      assertThat(told.total("unknown")).isZero();
      assertThat(told.total("open")).isPositive();
      assertThat(told.total("leaked") + told.total("open")).isEqualTo(told.total("registered"));
      assertThat(told.losses()).isEmpty();
    }
  }

  private static Map<String, Long> counts(JsonNode groups) {
    Map<String, Long> counts = new TreeMap<>();
    groups.forEach(
        group -> counts.merge(group.get("type").asText(), group.get("count").asLong(), Long::sum));
    return counts;
  }

  @Test
  void moreThanACheckpointWritesAtTheExit() throws Exception {
    try (CommandedJvm jvm = CommandedJvm.in(directory).recorded()) {
      jvm.tell("open 12000", "buffers 13000").end();

      Told told = Told.of(jvm.file());
      told.is(ExitCode.FOUND, 25_000, 0, 0);
      assertThat(counts(told.json().get("groups")))
          .containsExactly(Map.entry(BUFFER, 13_000L), Map.entry(OPENED, 12_000L));
      assertThat(told.losses()).isEmpty();
    }
  }

  /** No events of the check and of the registrations: only the checkpoint speaks. */
  @Test
  void moreThanACheckpointWritesAndNothingElseTells() throws Exception {
    try (CommandedJvm jvm = CommandedJvm.in(directory).recorded()) {
      jvm.tell("off rollcall.Register", "off rollcall.Leak", "off rollcall.LeakCheck");
      jvm.tell("open 12000", "buffers 13000").end();

      Told told = Told.of(jvm.file());
      told.is(ExitCode.FOUND, 25_000, 0, 0);
      JsonNode groups = told.json().get("groups");
      assertThat(counts(groups))
          .containsExactly(Map.entry(BUFFER, 13_000L), Map.entry(OPENED, 12_000L));
      assertThat(groups.get(0).get("held").asLong()).isZero();
      assertThat(groups.get(1).get("held").asLong()).isEqualTo(10_000);
      assertThat(told.text())
          .contains(
              "  counted but not listed, because the checkpoint was full\n",
              "; 2,000 counted but not listed, because the checkpoint was full\n",
              "\n  collector: reachable\n");
    }
  }

  /** All are known by their registrations, also those made while the checkpoint was written. */
  @Test
  void aKilledJvmWithMoreThanACheckpointWrites() throws Exception {
    try (CommandedJvm jvm = CommandedJvm.in(directory).recorded()) {
      jvm.tell("open 12000", "buffers 13000", "keep", "rotate", "rest", "flush").kill();

      Told told = Told.of(jvm.repository());
      assertThat(told.total("registered")).isGreaterThan(25_000);
      told.isUnsure(told.total("registered"), 0);
      assertThat(told.kinds()).containsExactly("unfinished");
    }
  }

  /** A checkpoint that lists all it saw does not prove that what it did not see was released. */
  @Test
  void whatWasRegisteredWhileACheckpointLookedIsOpen() throws Exception {
    try (CommandedJvm jvm = CommandedJvm.in(directory).recorded()) {
      jvm.tell("open 5000", "keep", "rotate", "rest", "flush").kill();

      Told told = Told.of(jvm.repository());
      assertThat(told.total("registered")).isBetween(5_001L, 10_000L);
      told.isUnsure(told.total("registered"), 0);
      assertThat(told.kinds()).containsExactly("unfinished");
    }
  }

  /** The registrations are gone, too: type and number are all that is known of those beyond. */
  @Test
  void aKilledJvmWithMoreThanACheckpointWritesAndNothingElseTells() throws Exception {
    try (CommandedJvm jvm = CommandedJvm.in(directory).recorded()) {
      jvm.tell("maxsize 1", "open 12000", "buffers 13000", "rotate", "close 5", "rotate");
      jvm.tell("pairs 1", "flush").kill();

      Told told = Told.of(jvm.repository());
      told.isUnsure(24_995, 0);
      assertThat(told.kinds())
          .contains("unfinished", "checkpoint")
          .isSubsetOf("unfinished", "checkpoint", "registrations", "unregistrations");
      assertThat(told.loss("checkpoint"))
          .isEqualTo(
              "14995: the last checkpoint of the global checker had too many live resources to"
                  + " write each of them; 14,995 are known by type and number only:"
                  + " 13,000 x "
                  + BUFFER
                  + ", 1,995 x "
                  + OPENED);
    }
  }
}
