package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.reader.chunk.ChunkHeader;
import dev.rollcall.reader.chunk.CompressedNumber;
import dev.rollcall.testing.CommandedJvm;
import dev.rollcall.testing.Recorded;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every way in which a recording loses data, brought about in a real JVM: what is missing is said
 * in one sentence, in text and JSON, and turns neither into a leak nor into a clean report.
 */
final class LossTest {
  @TempDir private Path directory = Path.of("");

  /**
   * Four threads write more than the smallest buffers can be emptied of. JDK 17 drops some of it;
   * JDK 25 dropped nothing under any load that was tried, and then the same words must be absent.
   */
  @Test
  void eventsThatTheJvmDropped() throws Exception {
    boolean drops = Runtime.version().feature() == 17;
    int pairs = 4 * 3_000;
    Path file = load(1, pairs);
    for (int turn = 2; drops && turn <= 3 && dataLosses(file) == 0; turn++) {
      // Whether the recorder is too slow is up to the scheduler.
      file = load(turn, pairs);
    }
    Recorded recorded = Recorded.read(file);
    int reports = recorded.all("jdk.DataLoss").size();
    int registrations = pairs - recorded.all("rollcall.Register").size();
    int releases = pairs - recorded.all("rollcall.Unregister").size();
    if (drops) {
      assertThat(reports).isPositive();
      assertThat(registrations + releases).isPositive();
    }

    Told told = Told.of(file);
    told.is(registrations + releases + reports > 0 ? ExitCode.UNSURE : ExitCode.CLEAN, 0, 0, 0);
    assertThat(told.total("registered")).isEqualTo(pairs);
    assertThat(told.total("unregistered")).isEqualTo(pairs);
    assertLoss(
        told,
        "data-loss",
        reports,
        "null: the JVM reported %,d times that it dropped events (",
        reports);
    assertMissing(told, "registrations", "registrations", pairs, registrations);
    assertMissing(told, "unregistrations", "releases", pairs, releases);
  }

  private Path load(int turn, int pairs) throws Exception {
    try (CommandedJvm jvm =
        CommandedJvm.in(directory.resolve("load" + turn))
            .recorder("memorysize=1M,threadbuffersize=4k")
            .recorded()) {
      jvm.tell("load " + pairs / 4).end();
      return jvm.file();
    }
  }

  private static int dataLosses(Path file) throws Exception {
    return Recorded.read(file).all("jdk.DataLoss").size();
  }

  private static void assertMissing(Told told, String kind, String what, int all, int missing) {
    assertLoss(
        told,
        kind,
        missing,
        "%d: the global checker counted %,d %s but the recording has %,d: %,d missing"
            + " (older than the oldest chunk, made while nothing was recording, or dropped under"
            + " load)",
        missing,
        all,
        what,
        all - missing,
        missing);
  }

  private static void assertLoss(
      Told told, String kind, int count, String sentence, Object... values) {
    if (count == 0) {
      assertThat(told.kinds()).doesNotContain(kind);
    } else {
      assertThat(told.loss(kind)).startsWith(String.format(Locale.ROOT, sentence, values));
    }
  }

  /** A limit so low that only the last of three chunks is kept. */
  @ParameterizedTest
  @CsvSource({"maxsize", "maxage"})
  void chunksThatALimitDropped(String limit) throws Exception {
    try (CommandedJvm jvm = CommandedJvm.in(directory).recorded()) {
      jvm.tell(limit + " 1", "pairs 500", "open 3", "rotate", "pairs 200", "rotate", "pairs 10");
      jvm.tell("dump " + directory.resolve("running.jfr"), "close 3").end();

      Told running = Told.of(directory.resolve("running.jfr"));
      running.isUnsure(3, 0);
      int kept = Recorded.read(directory.resolve("running.jfr")).all("rollcall.Register").size();
      assertThat(kept).isLessThan(713 - 500);
      assertMissing(running, 713, 713 - kept, 710 - kept);
      assertThat(running.total("registered")).isEqualTo(713);
      Told ended = Told.of(jvm.file());
      ended.isUnsure(0, 0);
      assertThat(ended.total("registered")).isEqualTo(713);
      assertThat(ended.total("unregistered")).isEqualTo(713);
    }
  }

  private static void assertMissing(Told told, int all, int registrations, int releases) {
    assertThat(told.kinds()).containsExactly("registrations", "unregistrations");
    assertMissing(told, "registrations", "registrations", all, registrations);
    assertThat(told.loss("unregistrations")).startsWith(releases + ": the global checker counted");
  }

  /** The leaked are known although their registrations are gone. */
  @Test
  void leaksWhoseBeginningALimitDropped() throws Exception {
    try (CommandedJvm jvm = CommandedJvm.in(directory).recorded()) {
      jvm.tell("maxsize 1", "open 3", "pairs 20", "rotate", "pairs 5", "rotate", "pairs 1").end();

      Told told = Told.of(jvm.file());
      told.is(ExitCode.FOUND, 3, 0, 0);
      assertThat(told.text())
          .startsWith("LEAK: 3 of 29 registered ")
          .contains("begins before the recording", "Program.open(Program.java:");
      assertMissing(told, 29, 28, 25);
      assertThat(told.json().at("/groups/0/examples/0/beginsBefore").asBoolean()).isTrue();
    }
  }

  /**
   * The start of another recording says what there was then, not what there was in the beginning.
   */
  @Test
  void aFurtherRecordingDoesNotHideWhatALimitDropped() throws Exception {
    try (CommandedJvm jvm = CommandedJvm.in(directory).recorded()) {
      jvm.tell("maxsize 1", "pairs 100", "rotate", "pairs 10", "rotate", "pairs 1");
      jvm.tell("start " + directory.resolve("further.jfr"), "maxsize 100000000");
      jvm.tell("pairs 7", "stop").end();

      Told told = Told.of(jvm.file());
      told.isUnsure(0, 0);
      assertThat(told.total("registered")).isEqualTo(118);
      assertThat(told.loss("registrations")).contains("counted 118 registrations");
      Told further = Told.of(directory.resolve("further.jfr"));
      further.is(ExitCode.CLEAN, 0, 0, 0);
      assertThat(further.losses()).isEmpty();
    }
  }

  @Test
  void aRecordingThatBeganAfterRegistrations() throws Exception {
    try (CommandedJvm jvm = CommandedJvm.in(directory).unrecorded()) {
      jvm.tell("open 5", "pairs 10");
      jvm.jcmd("JFR.start", "settings=jfc/rollcall.jfc", "filename=" + jvm.file());
      jvm.tell("close 2", "pairs 10", "open 1").end();

      Told told = Told.of(jvm.file());
      told.is(ExitCode.FOUND, 4, 0, 0);
      assertThat(told.losses()).isEmpty();
      assertThat(told.text())
          .startsWith("LEAK: 4 of 26 registered ")
          .contains(" complete\n", "leaked, begins before the recording\n");
      assertThat(told.total("unregistered")).isEqualTo(22);
    }
  }

  /** Nothing reports that events are not recorded; the totals show it. */
  @Test
  void releasesThatWereSwitchedOffForAWhile() throws Exception {
    try (CommandedJvm jvm = CommandedJvm.in(directory).recorded()) {
      jvm.tell("open 2", "pairs 10", "off rollcall.Unregister", "pairs 20", "close 2");
      jvm.tell("on rollcall.Unregister", "pairs 5", "flush");
      Told running = Told.of(jvm.repository());
      jvm.tell("dump " + directory.resolve("dump.jfr")).end();

      // No checkpoint has been written yet: the 22 may live or not.
      running.isUnsure(0, 22);
      Told dumped = Told.of(directory.resolve("dump.jfr"));
      dumped.isUnsure(0, 0);
      Told ended = Told.of(jvm.file());
      ended.isUnsure(0, 0);
      for (Told told : List.of(dumped, ended)) {
        assertThat(told.kinds()).containsExactly("unregistrations");
        assertThat(told.loss("unregistrations"))
            .isEqualTo(
                "22: the global checker counted 37 releases but the recording has"
                    + " 15: 22 missing (rollcall.Unregister was switched off for a while)");
      }
    }
  }

  /** What a check on demand found may have been released since, unseen. */
  @Test
  void aLeakOfACheckOnDemandIsUnknownOnceReleasesAreNotRecorded() throws Exception {
    try (CommandedJvm jvm = CommandedJvm.in(directory).recorded()) {
      jvm.tell("open 2", "check", "off rollcall.Unregister", "close 1", "flush").kill();

      Told.of(jvm.repository()).isUnsure(0, 2);
    }
  }

  /** Three chunks; the second has releases, and the third has the checkpoint that proves them. */
  private byte[] threeChunks() throws Exception {
    Path file = directory.resolve("chunks.jfr");
    try (CommandedJvm jvm = CommandedJvm.in(directory).recorded()) {
      jvm.tell("open 3", "rotate", "pairs 3000", "close 1", "rotate", "pairs 10", "dump " + file);
    }
    return Files.readAllBytes(file);
  }

  private static List<Integer> starts(byte[] recording) {
    List<Integer> starts = new ArrayList<>();
    int at = 0;
    while (at < recording.length) {
      starts.add(at);
      at += (int) ByteBuffer.wrap(recording).getLong(at + ChunkHeader.SIZE);
    }
    return starts;
  }

  /** Where the first event begins that is not before a place in a chunk. */
  private static int eventFrom(byte[] recording, int chunk, int place) {
    int at = chunk + ChunkHeader.BYTES;
    while (at < place) {
      at += (int) CompressedNumber.read(ByteBuffer.wrap(recording).position(at));
    }
    return at;
  }

  @Test
  void aChunkThatIsCutOffOrDamaged() throws Exception {
    byte[] whole = threeChunks();
    List<Integer> starts = starts(whole);
    assertThat(starts).hasSize(3);

    Path cut = directory.resolve("cut.jfr");
    Files.write(cut, Arrays.copyOf(whole, whole.length - 1_000));
    Told told = Told.of(cut);
    // They lived at the end of the second chunk.
    told.isUnsure(0, 2);
    assertThat(told.kinds()).containsExactly("chunk");
    assertThat(told.loss("chunk"))
        .matches(
            "null: chunk 3: it is [0-9,]+ bytes long, but the file ends after [0-9,]+ of them");

    byte[] damaged = whole.clone();
    // From the beginning of an event on: the rest of one would be read, and could say anything.
    int middle = eventFrom(whole, starts.get(1), (starts.get(1) + starts.get(2)) / 2);
    Arrays.fill(damaged, middle, middle + 4096, (byte) 0);
    Path holed = directory.resolve("damaged.jfr");
    Files.write(holed, damaged);
    told = Told.of(holed);
    told.isUnsure(2, 0);
    assertThat(told.loss("chunk"))
        .isEqualTo("null: chunk 2: its bytes do not follow the JFR format");
    assertThat(told.total("registered")).isEqualTo(3_013);

    Told undamaged = Told.of(directory.resolve("chunks.jfr"));
    undamaged.isUnsure(2, 0);
    assertThat(undamaged.losses()).isEmpty();
  }

  /** Where no checkpoint follows, what the damaged chunk would tell is not known. */
  @Test
  void whatOnlyADamagedChunkTells() throws Exception {
    byte[] whole = threeChunks();
    int second = starts(whole).get(1);
    int third = starts(whole).get(2);
    Path file = directory.resolve("damaged.jfr");
    byte[] damaged = Arrays.copyOf(whole, third);
    // From the beginning of an event on, as above.
    int middle = eventFrom(whole, second, (second + third) / 2);
    Arrays.fill(damaged, middle, middle + 4096, (byte) 0);
    Files.write(file, damaged);

    // The last two, and what the damage hit: the first, whose release may stand before it in the
    // file, as that has its own order, and at most one of a pair.
    Told told = Told.of(file);
    assertThat(told.kinds()).contains("chunk");
    told.isUnsure(0, told.total("unknown"));
    assertThat(told.total("unknown")).isBetween(2L, 4L);
  }

  /** Two sites that differ only beyond the recording's stack depth. */
  @Test
  void sitesThatAreCutOff() throws Exception {
    try (CommandedJvm jvm =
        CommandedJvm.in(directory)
            .recorder("stackdepth=4")
            .options("-Drollcall.sites=never")
            .recorded()) {
      jvm.tell("open 2", "elsewhere 3").end();

      Told told = Told.of(jvm.file());
      told.is(ExitCode.FOUND, 5, 0, 0);
      assertThat(told.json().get("groups")).hasSize(1);
      assertThat(told.json().at("/groups/0/siteTruncated").asBoolean()).isTrue();
      assertThat(told.json().at("/groups/0/site")).hasSize(1);
      assertThat(told.text())
          .contains("... cut off at the recording's stackdepth\n")
          .contains("    (sites that differ only further out are grouped together)\n");
    }
  }

  /** What the program itself kept of the sites is whole. */
  @Test
  void sitesThatARecordingCutOffAndTheProgramKept() throws Exception {
    try (CommandedJvm jvm = CommandedJvm.in(directory).recorder("stackdepth=4").recorded()) {
      jvm.tell("open 2", "elsewhere 3").end();

      Told told = Told.of(jvm.file());
      told.is(ExitCode.FOUND, 5, 0, 0);
      assertThat(told.json().get("groups")).hasSize(2);
      assertThat(told.json().at("/groups/0/count").asInt()).isEqualTo(3);
      assertThat(told.json().at("/groups/0/siteTruncated").asBoolean()).isFalse();
      assertThat(told.json().at("/groups/0/site/1/method").asText()).isEqualTo("openElsewhere");
      // The steps of a life are as the recording has them.
      assertThat(told.json().at("/groups/0/examples/0/history/0/siteTruncated").asBoolean())
          .isTrue();
      assertThat(told.text()).doesNotContain("cut off");
    }
  }
}
