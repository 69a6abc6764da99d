package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.rollcall.recording.SampleRecordings;
import dev.rollcall.testing.Converter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exports, from the command line. */
final class ExportTest extends CommandTest {
  @Test
  void theExportHoldsTheLeaksOfTheReport() throws IOException {
    assertThat(run("export", "--async-profiler", sample("leaky"), "-o", target("lives.jfr")))
        .isZero();
    assertOneSentence("wrote 2 leaked, 0 open and 8 released; left out 0");
    assertThat(out).isEmpty();

    String leaks = Converter.leaks(directory.resolve("lives.jfr"));
    run("report", "--format", "folded", sample("leaky"));
    Files.writeString(directory.resolve("leaks.collapsed"), out);
    assertThat(leaks)
        .isNotEmpty()
        .isEqualTo(Converter.convert(directory.resolve("leaks.collapsed")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"clean", "leaky", "misused", "hostile", "open", "none"})
  void anExportSucceedsWhateverItHolds(String name) throws IOException {
    assertThat(run("export", "--async-profiler", sample(name), "-o", target("lives.jfr"))).isZero();
    assertThat(Converter.leaks(directory.resolve("lives.jfr")).isEmpty())
        .isEqualTo(!List.of("leaky", "hostile", "open").contains(name));
  }

  @Test
  void resourcesOfManyChunksAreExportedOnce() throws IOException {
    assertThat(run("export", "--async-profiler", sample("chunks"), "-o", target("lives.jfr")))
        .isZero();
    assertOneSentence("wrote 0 leaked, 0 open and 12,000 released");
  }

  @Test
  void forMissionControlTheLeaksAreWritten() throws IOException {
    assertThat(run("export", "--jmc", sample("leaky"), "-o", target("leaks.jfr"))).isZero();
    assertOneSentence(
        "wrote 2 leaked and 0 open; left out 0 leaked that are only known as a count");
    assertThat(out).isEmpty();
    assertThat(RecordingFile.readAllEvents(directory.resolve("leaks.jfr")))
        .extracting(event -> event.getEventType().getName(), event -> event.getLong("resourceId"))
        .containsExactly(
            tuple("rollcall.LeakedResource", 1L), tuple("rollcall.LeakedResource", 2L));
  }

  @Test
  void whatIsOpenIsToldApartFromWhatHasLeaked() throws IOException {
    assertThat(run("export", "--jmc", sample("open"), "-o", target("open.jfr"))).isZero();
    assertThat(RecordingFile.readAllEvents(directory.resolve("open.jfr")))
        .isNotEmpty()
        .allMatch(event -> event.getEventType().getName().equals("rollcall.OpenResource"));

    Path lives = directory.resolve("lives.jfr");
    assertThat(run("export", "--async-profiler", sample("open"), "-o", lives.toString())).isZero();
    assertThat(Converter.leaks(lives).lines())
        .isNotEmpty()
        .allMatch(line -> line.startsWith("[open];"));
    assertThat(run("export", "--async-profiler", sample("leaky"), "-o", lives.toString())).isZero();
    assertThat(Converter.leaks(lives)).isNotEmpty().doesNotContain("[open]");
  }

  @Test
  void anExportIsOfTheLeakedOrTheOpenOrTheOldOnly() throws IOException {
    Path lives = directory.resolve("lives.jfr");
    for (String tool : List.of("--jmc", "--async-profiler")) {
      assertThat(run("export", tool, "--leaked", sample("open"), "-o", lives.toString())).isZero();
      assertOneSentence("wrote 0 leaked");
      assertThat(err).contains("0 open");
      assertThat(run("export", tool, "--open", sample("leaky"), "-o", lives.toString())).isZero();
      assertOneSentence("wrote 0 leaked");
      assertThat(err).contains(" 0 leaked that are only known as a count");
      assertThat(run("export", tool, "--older-than", "2h", sample("open"), "-o", lives.toString()))
          .isZero();
      assertOneSentence("0 open");
    }
  }

  @Test
  void anExportNeedsATargetAndAFile() throws IOException {
    assertThat(run("export", sample("leaky"), "-o", target("lives.jfr"))).isEqualTo(2);
    assertOneSentence(
        "say what to export for, one of --async-profiler, --jmc, --parquet DIR and --otlp DIR");
    assertThat(run("export", "--jmc", "--async-profiler", sample("leaky"), "-o", target("x.jfr")))
        .isEqualTo(2);
    assertOneSentence(
        "say what to export for, one of --async-profiler, --jmc, --parquet DIR and --otlp DIR");
    assertThat(run("export", "--async-profiler", sample("leaky"))).isEqualTo(2);
    assertOneSentence("name a file for it with --output FILE");
    assertThat(run("export", "--async-profiler", "nowhere.jfr", "-o", target("x.jfr")))
        .isEqualTo(3);
    assertOneSentence("no such file: nowhere.jfr");
    assertThat(run("export", "--async-profiler", sample("leaky"), "-o", "no/where/x.jfr"))
        .isEqualTo(2);
    assertOneSentence("cannot write --output");
    Path input = Files.copy(SampleRecordings.get("leaky"), directory.resolve("in.jfr"));
    assertThat(run("export", "--async-profiler", input.toString(), "-o", input.toString()))
        .isEqualTo(2);
    assertOneSentence("would be overwritten");
    assertThat(input).hasSameBinaryContentAs(SampleRecordings.get("leaky"));
  }

  /** Resource ids of two JVMs would be mixed; this one is not that of the samples. */
  @Test
  void anExportIsOfOneJvm() throws IOException {
    Path other = directory.resolve("other.jfr");
    try (Recording recording = new Recording()) {
      recording.enable("jdk.JVMInformation");
      recording.start();
      recording.stop();
      recording.dump(other);
    }

    String lives = target("lives.jfr");
    assertThat(run("export", "--async-profiler", sample("leaky"), other.toString(), "-o", lives))
        .isEqualTo(2);
    assertOneSentence("these recordings are from 2 JVMs");
    assertThat(run("export", "--async-profiler", sample("leaky"), sample("clean"), "-o", lives))
        .isZero();
  }

  @Test
  void helpSaysWhatToDoWithIt() {
    assertThat(run("help")).isZero();
    assertThat(out).contains("export");
    assertThat(run("help", "export")).isZero();
    assertThat(out).contains("jfrconv --nativemem --leak");
  }
}
