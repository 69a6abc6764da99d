package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.cli.Told.Run;
import dev.rollcall.testing.CommandedJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several files: those of one JVM are one story, those of several JVMs are kept apart. */
final class ManyRecordingsTest {
  @TempDir private Path directory = Path.of("");

  /** The second dump holds the first, and the file at exit holds both. */
  @Test
  void overlappingDumpsOfOneJvmCountOnce() throws Exception {
    Path first = directory.resolve("first.jfr");
    Path second = directory.resolve("second.jfr");
    Path copy = directory.resolve("copy.jfr");
    try (CommandedJvm jvm = CommandedJvm.in(directory).recorded()) {
      jvm.tell("pairs 10", "open 1", "dump " + first, "pairs 10", "dump " + second, "pairs 5");
      jvm.end();
      Files.copy(jvm.file(), copy);

      Told alone = Told.of(jvm.file());
      alone.is(ExitCode.FOUND, 1, 0, 0);
      assertThat(alone.total("registered")).isEqualTo(26);
      assertThat(alone.losses()).isEmpty();
      for (Path[] order :
          new Path[][] {
            {first, second, jvm.file(), copy},
            {copy, jvm.file(), second, first},
            {second, copy, first, jvm.file()}
          }) {
        Told told = Told.of(order);
        assertThat(told.json().get("totals")).isEqualTo(alone.json().get("totals"));
        assertThat(told.json().get("groups")).isEqualTo(alone.json().get("groups"));
        assertThat(told.losses()).isEmpty();
        assertThat(Ran.words(told.text()))
            .contains(" Read 4 recordings of 1 JVM: ")
            .containsPattern("complete, [123] in other files too");
      }
      Told withoutTheEnd = Told.of(second, first);
      withoutTheEnd.isUnsure(1, 0);
      assertThat(withoutTheEnd.total("registered")).isEqualTo(21);
    }
  }

  /** Each file has chunks that the last one has no more. */
  @Test
  void dumpsThatALimitKeepsApartAreOneStory() throws Exception {
    Path first = directory.resolve("first.jfr");
    Path second = directory.resolve("second.jfr");
    try (CommandedJvm jvm = CommandedJvm.in(directory).recorded()) {
      jvm.tell("maxsize 1", "pairs 10", "open 2", "dump " + first, "pairs 10", "dump " + second);
      jvm.tell("close 1").end();

      assertThat(Told.of(jvm.file()).kinds()).contains("registrations");
      Told told = Told.of(jvm.file(), first, second);
      told.is(ExitCode.FOUND, 1, 0, 0);
      assertThat(told.losses()).isEmpty();
      assertThat(told.total("registered")).isEqualTo(22);
      assertThat(told.json().at("/groups/0/examples/0/beginsBefore").asBoolean()).isFalse();
    }
  }

  @Test
  void concurrentRecordingsOfOneJvmCountOnce() throws Exception {
    Path further = directory.resolve("further.jfr");
    try (CommandedJvm jvm = CommandedJvm.in(directory).recorded()) {
      jvm.tell("pairs 10", "open 1", "start " + further, "pairs 10", "open 2");
      // Both end with the JVM.
      jvm.end();

      for (Path[] order :
          new Path[][] {{jvm.file()}, {further, jvm.file()}, {jvm.file(), further}}) {
        Told told = Told.of(order);
        told.is(ExitCode.FOUND, 3, 0, 0);
        assertThat(told.total("registered")).isEqualTo(23);
        assertThat(told.total("unregistered")).isEqualTo(20);
        assertThat(told.losses()).isEmpty();
      }
      Told alone = Told.of(further);
      alone.is(ExitCode.FOUND, 3, 0, 0);
      assertThat(alone.losses()).isEmpty();
      assertThat(alone.total("registered")).isEqualTo(23);
    }
  }

  @Test
  void jvmsOfOneProgramAreKeptApartAndGroupedTogether() throws Exception {
    try (CommandedJvm one = CommandedJvm.in(directory.resolve("a")).recorded()) {
      one.tell("open 2", "pairs 5").end();
      // Examples with the same id are in the order in which their JVMs were started.
      CommandedJvm two = CommandedJvm.in(directory.resolve("b")).recorded();
      two.tell("open 3").end();

      Told told = Told.of(one.file(), two.file());
      told.is(ExitCode.FOUND, 5, 0, 0);
      assertThat(told.total("registered")).isEqualTo(10);
      assertThat(told.json().get("groups")).hasSize(1);
      JsonNode examples = told.json().at("/groups/0/examples");
      assertThat(examples).hasSize(3);
      Set<Long> pids = new TreeSet<>();
      for (JsonNode example : examples) {
        pids.add(example.at("/jvm/pid").asLong());
      }
      assertThat(pids).containsExactlyInAnyOrder(one.pid(), two.pid());
      assertThat(told.json().at("/groups/0/examples/0/jvm"))
          .isEqualTo(told.json().at("/recordings/0/jvm"));
      assertThat(told.text())
          .containsPattern(
              "for example 0x1 \\S+, leaked, pid "
                  + one.pid()
                  + " of \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ\n");
      assertThat(Told.of(two.file(), one.file()).json().get("groups"))
          .isEqualTo(told.json().get("groups"));
      Run history = Run.of("history --id 1", one.file(), two.file());
      assertThat(history.out()).contains(", pid " + one.pid() + " of ", ", pid " + two.pid());

      Told alone = Told.of(one.file());
      assertThat(alone.json().at("/groups/0/examples/0/jvm").isMissingNode()).isTrue();
      assertThat(alone.text()).doesNotContain(", pid " + one.pid() + " of ");
    }
  }

  /** A directory is read as it lies, with what killed JVMs left in it. */
  @Test
  void theRepositoriesOfKilledJvmsAreReadAsTheyLie() throws Exception {
    try (CommandedJvm one = CommandedJvm.in(directory).recorded();
        CommandedJvm two = CommandedJvm.in(directory).recorded()) {
      one.tell("open 2", "check", "rotate", "open 1", "flush").kill();
      two.tell("open 4", "rotate", "pairs 3", "flush").kill();

      Told told = Told.of(directory.resolve("repository"));
      told.is(ExitCode.FOUND, 2, 5, 0);
      assertThat(told.kinds()).containsExactly("unfinished");
      assertThat(told.total("registered")).isEqualTo(10);
    }
  }
}
