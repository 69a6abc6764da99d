package dev.rollcall.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A result does not destroy what it is made of, nor what was there before it is whole. */
final class OutputFileTest extends CommandTest {
  private Path recordings = Path.of("");
  private Path input = Path.of("");

  @BeforeEach
  void copy() throws IOException {
    recordings = Files.createDirectory(directory.resolve("recordings"));
    input = Files.copy(Path.of(sample("leaky")), recordings.resolve("leaky.jfr"));
  }

  private String[] arguments(String line, String argument, Path output) {
    return Stream.concat(
            Stream.of(line.split(" ")).map(word -> word.equals("INPUT") ? argument : word),
            Stream.of("--output", output.toString()))
        .toArray(String[]::new);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "report INPUT",
        "report --format json INPUT",
        "report --format junit INPUT",
        "report --format sarif INPUT",
        "report --format folded INPUT",
        "history --leaked INPUT",
        "diff INPUT INPUT",
        "diff --format json INPUT INPUT",
        "merge INPUT INPUT",
        "export --jmc INPUT",
        "export --async-profiler INPUT"
      })
  void noInputIsOverwritten(String line) throws Exception {
    Path hard = Files.createLink(directory.resolve("hard.jfr"), input);
    Path soft = Files.createSymbolicLink(directory.resolve("soft.jfr"), input);
    Path around = directory.resolve("recordings/../recordings/leaky.jfr");

    for (String argument :
        List.of(
            input.toString(),
            recordings.toString(),
            recordings + "/*.jfr",
            recordings + "/leak?.*",
            soft.toString(),
            directory + "/soft*")) {
      for (Path output : List.of(input, hard, soft, around)) {
        assertThat(run(arguments(line, argument, output))).as(argument).isEqualTo(2);
        assertOneSentence(
            "--output " + output + " is one of the inputs and would be overwritten; name another");
        assertThat(out).isEmpty();
      }
    }
    assertThat(input).hasSameBinaryContentAs(Path.of(sample("leaky")));
    assertThat(soft).isSymbolicLink();
  }

  /** Otherwise the same command would read its own result the second time. */
  @Test
  void norIsOneMadeOfTheNextRun() throws Exception {
    Path added = recordings.resolve("added.jfr");
    for (String argument : List.of(recordings.toString(), recordings + "/*.jfr")) {
      assertThat(run(arguments("export --jmc INPUT", argument, added))).isEqualTo(2);
      assertOneSentence(
          "--output " + added + " would be one of the inputs of the next run, because " + argument);
    }
    assertThat(run(arguments("report INPUT", directory.toString(), added))).isEqualTo(2);
    assertThat(added).doesNotExist();
    assertThat(run(arguments("export --jmc INPUT", input.toString(), added))).isZero();
    assertThat(run(arguments("report INPUT", input.toString(), recordings.resolve("report.txt"))))
        .isEqualTo(1);
  }

  @Test
  void norWhatIsReadOnStandardInput() throws Exception {
    assertThat(shell("report - --output '" + input + "' <'" + input + "'")).isEqualTo(2);
    assertOneSentence("is one of the inputs and would be overwritten");
    assertThat(input).hasSameBinaryContentAs(Path.of(sample("leaky")));
  }

  /** A limit of the system on the size of files stands for a full disk. */
  @Test
  void whatCannotBeFinishedLeavesTheOldFile() throws Exception {
    Path report = Files.writeString(directory.resolve("report.json"), "the good one");

    for (Path output : List.of(report, directory.resolve("new.json"))) {
      assertThat(
              shell(
                  "report --format json '" + input + "' --output '" + output + "'", "ulimit -f 4"))
          .isEqualTo(2);
      assertOneSentence(
          "cannot write --output " + output + " (", ") and left it as it was; name a");
    }
    assertThat(report).hasContent("the good one");
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("recordings", "report.json", "out.txt", "err.txt");
    }
  }

  /** Standard output by its name is no file to replace, and a pipe can have a recording, too. */
  @Test
  void whatIsOpenAlreadyIsWrittenTo() throws Exception {
    Path log = Files.writeString(directory.resolve("out.txt"), "before\n");
    assertThat(shell("report '" + input + "' --output /dev/stdout", ":")).isEqualTo(1);
    assertThat(log).content().startsWith("before\nLEAK: 2 of 10 registered");

    assertThat(shell("export --jmc '" + input + "' --output /dev/stdout | cat")).isZero();
    assertThat(Files.readString(log, ISO_8859_1)).contains("\nFLR\0");
  }

  @Test
  void aLinkThatOthersMayHaveMadeIsNotFollowed() throws Exception {
    Path target = Files.writeString(directory.resolve("precious.txt"), "precious");
    Path shared = Files.createDirectory(directory.resolve("shared"));
    Path link = Files.createSymbolicLink(shared.resolve("link"), target);
    Path own = Files.createSymbolicLink(directory.resolve("own"), Path.of("report.txt"));

    Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxrwxrwx"));
    assertThat(run("report", input.toString(), "-o", link.toString())).isEqualTo(2);
    assertOneSentence(
        "cannot write --output " + link + " (" + link + " is a symbolic link that others may have");
    assertThat(target).hasContent("precious");
    assertThat(run("report", input.toString(), "-o", own.toString())).isEqualTo(1);
    assertThat(own).isSymbolicLink();
    assertThat(directory.resolve("report.txt")).content().startsWith("LEAK: 2 of 10");
  }

  @Test
  void onlyItsOwnerReadsANewResult() throws Exception {
    Path file = directory.resolve("rollcall.jfc");
    for (String permissions : List.of("rw-------", "rw-r-----")) {
      assertThat(run("settings", "-o", file.toString())).isZero();
      assertThat(Files.getPosixFilePermissions(file))
          .isEqualTo(PosixFilePermissions.fromString(permissions));
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    }
  }

  private int shell(String line) throws Exception {
    return shell(line, ":");
  }

  /** Runs the tool in a process of its own, from a shell that first does something else. */
  private int shell(String line, String first) throws Exception {
    String java =
        "'"
            + Path.of(System.getProperty("java.home"), "bin", "java")
            + "' -XX:-UsePerfData -cp '"
            + System.getProperty("java.class.path")
            + "' "
            + Main.class.getName()
            + " ";
    Path errors = directory.resolve("err.txt");
    Process process =
        new ProcessBuilder("sh", "-c", first + "\n" + java + line)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(directory.resolve("out.txt").toFile()))
            .redirectError(errors.toFile())
            .start();
    int status = process.waitFor();
    err = Files.readString(errors, UTF_8);
    return status;
  }
}
