package dev.rollcall.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.reader.packed.Packer;
import dev.rollcall.recording.SampleRecordings;
import dev.rollcall.testing.ChildJvm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Recordings that are packed, as the user of the command line sees them. */
final class PackedTest extends CommandTest {
  private static final int CUT = 3_000;

  private static byte[] bytes(String sample) throws IOException {
    return Files.readAllBytes(SampleRecordings.get(sample));
  }

  private String file(String name, byte[] content) throws IOException {
    return Files.write(directory.resolve(name), content).toString();
  }

  @Test
  void aPackedRecordingIsARecording() throws IOException {
    assertThat(run("report", file("any.name", Packer.GZIP.pack(bytes("leaky"))))).isEqualTo(1);
    assertThat(err).isEmpty();
    assertThat(out).startsWith("LEAK: 2 of 10 registered").contains("any.name: pid ", " complete");
    assertThat(run("history", "--leaked", directory.resolve("any.name").toString())).isZero();
    assertThat(out).contains("register");
    assertThat(run("diff", directory.resolve("any.name").toString(), sample("clean"))).isZero();
  }

  @Test
  void anArchiveHoldsMany() throws IOException {
    String archive =
        file(
            "all.zip",
            Packer.zip(
                "notes.txt",
                "no recording".getBytes(UTF_8),
                "empty/",
                new byte[0],
                "b/clean.jfr",
                bytes("clean"),
                "log.gz",
                Packer.GZIP.pack("no recording either".getBytes(UTF_8)),
                "a.JFR.zst",
                Packer.ZSTANDARD.pack(bytes("leaky")),
                "unnamed",
                bytes("owners")));

    assertThat(run("report", archive)).isEqualTo(1);
    assertThat(err).isEmpty();
    assertThat(Ran.of("report", archive).words())
        .contains(
            "Read " + archive + "!/a.JFR.zst: pid ",
            "Read " + archive + "!/b/clean.jfr: pid ",
            "Read " + archive + "!/unnamed: pid ");
  }

  /** The files of a JVM's repository belong together, there and in an archive of it. */
  @Test
  void anArchiveOfARepositoryIsOneStory() throws IOException {
    Path repository = Files.createDirectory(directory.resolve("2026_11_24_10_15_00_4711"));
    SampleRecordings.split("chunks", repository);
    List<Object> entries = new ArrayList<>();
    try (var chunks = Files.list(repository)) {
      for (Path chunk : chunks.toList()) {
        entries.add(repository.getFileName() + "/" + chunk.getFileName());
        entries.add(Files.readAllBytes(chunk));
      }
    }
    run("report", repository.toString());
    String plain = out;

    assertThat(run("report", file("repository.zip", Packer.zip(entries.toArray())))).isZero();
    assertThat(out).isEqualTo(plain).startsWith("No leaks among 12,000 registered resources.");
  }

  @Test
  void oneBadEntryDoesNotStopTheOthers() throws IOException {
    byte[] half = Arrays.copyOf(bytes("leaky"), 2_000);
    String archive =
        file(
            "some.zip",
            Packer.zip(
                "a.jfr",
                "a text".getBytes(UTF_8),
                "b.jfr",
                half,
                "c.jfr.zip",
                Packer.zip("d.jfr", bytes("clean")),
                "e.jfr",
                bytes("clean"),
                "f.jfr",
                new byte[0]));

    assertThat(run("report", archive)).isEqualTo(3);
    assertThat(out).startsWith("No leaks");
    assertThat(err.lines())
        .hasSize(4)
        .anyMatch(line -> line.startsWith("rollcall: " + archive + "!/a.jfr is not a flight rec"))
        .anyMatch(line -> line.contains("some.zip!/b.jfr has no readable chunk ("))
        .anyMatch(line -> line.contains("some.zip!/c.jfr.zip is packed in a way that is not read;"))
        .anyMatch(line -> line.contains("some.zip!/f.jfr is packed with zip and empty;"));
  }

  @Test
  void anArchiveWithoutRecordings() throws IOException {
    byte[] nested = Packer.zip("inner.zip", Packer.zip("a.jfr", bytes("clean")));

    assertThat(run("report", file("texts.zip", Packer.zip("a.txt", new byte[9])))).isEqualTo(3);
    assertOneSentence("texts.zip holds no flight recording; give an archive that holds one");
    assertThat(run("report", file("empty.zip", Packer.zip()))).isEqualTo(3);
    assertOneSentence("empty.zip holds no flight recording;");
    assertThat(run("report", file("nested.zip", nested))).isEqualTo(3);
    assertOneSentence("nested.zip holds no flight recording;");
    assertThat(run("report", file("no.zip", "PK\3\4....".getBytes(UTF_8)))).isEqualTo(3);
    assertOneSentence("no.zip has no list of its entries, so that more may have been in it;");
  }

  /** What the chunks before say counts, and what is missing is told as of a cut recording. */
  @ParameterizedTest
  @EnumSource(names = {"GZIP", "LZ4", "ZSTANDARD", "ZIP", "ZIP_OF_GZIP"})
  void cutShort(Packer packer) throws IOException {
    byte[] packed = packer.pack(bytes("chunks"));
    String cut = file("cut" + packer.ending(), Arrays.copyOf(packed, packed.length - CUT));

    int code = run("report", cut);

    assertThat(code).isEqualTo(packer.isArchive() ? 3 : 4);
    assertThat(Ran.words(out))
        .startsWith("Cannot rule out leaks: ")
        .containsPattern(
            "incomplete: - chunk [0-9]+: it is [0-9,]+ bytes long, but only [0-9,]+ of them came"
                + " out: the (gzip|LZ4|Zstandard|zip) data ends too early");
    if (packer.isArchive()) {
      assertOneSentence("cut.zip has no list of its entries, so that more may have been in it;");
    }
  }

  /** Whether the whole chunks are all there are is not known. */
  @Test
  void cutBetweenTwoChunks() throws IOException {
    byte[] packed = Packer.GZIP.pack(bytes("clean"));
    packed[packed.length - 8] ^= 1;

    assertThat(run("report", file("sum.jfr.gz", packed))).isEqualTo(4);
    assertThat(Ran.words(out))
        .contains("not all of it came out as it was packed: the gzip data has a wrong check sum");
    assertThat(run("report", file("no.jfr.gz", Arrays.copyOf(packed, 12)))).isEqualTo(3);
    assertOneSentence("no.jfr.gz cannot be unpacked: the gzip data ends too early; copy it again");
    assertThat(run("report", file("few.jfr.gz", Arrays.copyOf(packed, 200)))).isEqualTo(3);
    assertOneSentence("few.jfr.gz has no readable chunk (");
  }

  /** The list of the archive says one thing, and the data another. */
  @Test
  void wrongSumsInAnArchive() throws IOException {
    String packed = new String(Packer.ZIP.pack(bytes("clean")), ISO_8859_1);
    byte[] lying = packed.getBytes(ISO_8859_1);
    lying[packed.indexOf("PK\1\2") + 16] ^= 1;

    assertThat(run("report", file("lying.zip", lying))).isEqualTo(4);
    assertThat(Ran.words(out)).contains("the zip data has a wrong check sum");
  }

  @Test
  void encrypted() throws IOException {
    byte[] encrypted = Packer.ZIP.pack(bytes("clean"));
    String text = new String(encrypted, ISO_8859_1);
    encrypted[6] |= 1;
    encrypted[text.indexOf("PK\1\2") + 8] |= 1;

    assertThat(run("report", file("secret.zip", encrypted))).isEqualTo(3);
    assertOneSentence("secret.zip holds something encrypted; unpack it with its password and give");
  }

  @Test
  void packedInAnotherWay() throws IOException {
    byte[] other = Packer.ZIP.pack(bytes("clean"));
    String text = new String(other, ISO_8859_1);
    other[8] = 12;
    other[text.indexOf("PK\1\2") + 10] = 12;

    assertThat(run("report", file("bzip2.zip", other))).isEqualTo(3);
    assertOneSentence("bzip2.zip holds something that is packed in a way that is not read;");
  }

  /** Each would be a thousand times as large, or more. They are given up soon. */
  @Test
  void bombs() throws IOException {
    byte[] zeros = zeros(150 << 20);
    assertThat(zeros.length).isLessThan(200_000);

    assertThat(run("report", file("bomb.jfr.gz", zeros))).isEqualTo(3);
    assertOneSentence(
        "bomb.jfr.gz unpacks to more than 64.0 MiB, as no recording does; unpack it yourself and"
            + " give what comes out");
    assertThat(run("report", file("bomb.zip", Packer.zip("a.jfr.gz", zeros)))).isEqualTo(3);
    assertOneSentence("bomb.zip!/a.jfr.gz unpacks to more than 64.0 MiB, as no recording does;");
    byte[] many = Packer.zip("a.jfr.gz", zeros(50 << 20), "b.jfr.gz", zeros(50 << 20));
    assertThat(run("report", file("many.zip", many))).isEqualTo(3);
    assertThat(err).contains("many.zip!/b.jfr.gz unpacks to more than 64.0 MiB,");
    byte[] foreign = Packer.zip("a.txt.gz", zeros, "b.jfr", bytes("clean"));
    assertThat(run("report", file("foreign.zip", foreign))).isZero();
  }

  private static byte[] zeros(int count) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      for (int i = count >> 20; i > 0; i--) {
        out.write(new byte[1 << 20]);
      }
    }
    return packed.toByteArray();
  }

  @Test
  void tooManyEntries() throws IOException {
    Object[] entries = new Object[20_002];
    for (int i = 0; i < entries.length; i += 2) {
      entries[i] = "entry " + i;
      entries[i + 1] = new byte[0];
    }

    assertThat(run("report", file("many.zip", Packer.zip(entries)))).isEqualTo(3);
    assertOneSentence("many.zip holds more than 10,000 entries; unpack it yourself and give the");
  }

  /** Of archives that could be of anything only those with a recording are recordings. */
  @Test
  void aDirectory() throws IOException {
    file("a.jfr", bytes("leaky"));
    file("a.jfr.gz", Packer.GZIP.pack(bytes("leaky")));
    file("b.jfr.lz4", Packer.LZ4.pack(bytes("clean")));
    file("c.jfr.zst", Packer.ZSTANDARD.pack(bytes("owners")));
    file("d.jfr.zip", Packer.ZIP.pack(bytes("misused")));
    file("e.zip", Packer.ZIP.pack(bytes("misused")));
    file("sources.zip", Packer.zip("A.java", new byte[10]));
    file("broken.zip", "PK".getBytes(UTF_8));
    file("notes.gz", Packer.GZIP.pack(new byte[10]));

    assertThat(run("report", "--format", "json", directory.toString())).isEqualTo(1);
    assertThat(err).isEmpty();
    assertThat(out.lines().filter(line -> line.contains("\"file\" : \"" + directory)))
        .hasSize(6)
        .noneMatch(line -> line.contains("sources"))
        .anyMatch(line -> line.contains("e.zip!/app.jfr"));
  }

  @Test
  void aDirectoryOfPackedOnly() throws IOException {
    file("b.jfr.lz4", Packer.LZ4.pack(bytes("clean")));

    assertThat(run("report", directory.toString())).isZero();
    assertThat(run("report", directory.resolve("*.lz4").toString())).isZero();
    assertThat(run("report", "-o", directory.resolve("b.jfr.lz4").toString(), directory.toString()))
        .isEqualTo(2);
  }

  /** Nothing stays behind, even if somebody pulls the plug while the report is being printed. */
  @Test
  void standardInput() throws Exception {
    Path temporary = Files.createDirectory(directory.resolve("tmp"));
    ChildJvm jvm = new ChildJvm().options("-Djava.io.tmpdir=" + temporary, "-XX:-UsePerfData");
    Process process = jvm.start(directory.resolve("err.txt"), Main.class, "report", "-");
    try (OutputStream in = process.getOutputStream()) {
      in.write(Packer.ZIP_OF_GZIP.pack(bytes("leaky")));
    }

    assertThat(process.inputReader(UTF_8).readLine()).startsWith("LEAK: 2 of 10 registered");
    process.getInputStream().close();
    assertThat(process.waitFor()).isEqualTo(1);
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void noRoom() throws Exception {
    String recording = file("app.jfr.gz", Packer.GZIP.pack(bytes("leaky")));
    Path nowhere = directory.resolve("nowhere");
    ChildJvm jvm = new ChildJvm().options("-Djava.io.tmpdir=" + nowhere);

    ChildJvm.Ended ended = jvm.run(Main.class, "report", recording);

    assertThat(ended.status()).isEqualTo(3);
    assertThat(ended.err())
        // Before it a newer JVM warns of the directory, too.
        .contains("rollcall: " + recording + " cannot be unpacked in " + nowhere + " (")
        .contains("; free some space there, or unpack it yourself and give what comes out");
  }
}
