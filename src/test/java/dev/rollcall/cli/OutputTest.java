package dev.rollcall.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.cli.option.ResultStream;
import dev.rollcall.recording.SampleRecordings;
import dev.rollcall.testing.ChildJvm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A result that does not arrive is told of; but a reader that has had enough is no trouble. */
final class OutputTest {
  private static final Path FULL = Path.of("/dev/full");

  @TempDir private Path directory = Path.of("");

  private static String[] arguments(String line) {
    return Arrays.stream(line.split(" "))
        .map(word -> word.equals("leaky") ? SampleRecordings.get(word).toString() : word)
        .toArray(String[]::new);
  }

  /** Runs a command whose standard output fails as the system says. */
  private static Ran run(String why, String line) {
    OutputStream failing =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException(why);
          }
        };
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Main.run(
            arguments(line),
            InputStream.nullInputStream(),
            new ResultStream(failing),
            new PrintStream(err, true, UTF_8));
    return new Ran(code, "", err.toString(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "report leaky",
        "report --format json leaky",
        "report --format junit leaky",
        "report --format sarif leaky",
        "report --format folded leaky",
        "report --fail-on none leaky",
        "history --id 1 leaky",
        "history --id 1 --format json leaky",
        "diff leaky leaky",
        "diff --format json leaky leaky",
        "merge leaky",
        "settings",
        "help",
        "help report",
        "report --help",
        "--version"
      })
  void whatCannotBeWrittenIsAnError(String line) {
    Ran full = run("No space left on device", line);
    assertThat(full.code()).isEqualTo(2);
    assertThat(full.err())
        .isEqualTo(
            "rollcall: cannot write the result to standard output (No space left on device); send"
                + " it to another place\n");

    Ran gone = run("Broken pipe", line);
    int complete = Ran.of(arguments(line)).code();
    assertThat(gone.code()).isEqualTo(complete == ExitCode.CLEAN ? ExitCode.UNREAD : complete);
    assertThat(gone.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "report leaky",
        "report --format json leaky",
        "history --id 1 leaky",
        "diff leaky leaky",
        "merge leaky",
        "settings",
        "export --jmc leaky",
        "export --async-profiler leaky"
      })
  void norAFileThatCannotBeWritten(String line) {
    Ran full = Ran.of(arguments(line + " --output " + FULL));

    assertThat(full.code()).isEqualTo(2);
    assertThat(full.err())
        .isEqualTo(
            "rollcall: cannot write --output /dev/full (No space left on device); what is in it is"
                + " not the whole result; name a file in another place\n");
  }

  /** The process itself, at a full disk and at a reader that reads nothing. */
  @Test
  void theProcessTellsThemApart() throws Exception {
    Path err = directory.resolve("err.txt");
    String[] report = arguments("report leaky");

    Process full = new ChildJvm().start(FULL, err, Main.class, report);
    assertThat(full.waitFor()).isEqualTo(2);
    assertThat(Files.readString(err))
        .startsWith("rollcall: cannot write the result to standard output (")
        .hasLineCount(1);

    assertThat(unread(err, "report leaky")).isEqualTo(1);
    assertThat(unread(err, "merge leaky")).isEqualTo(ExitCode.UNREAD);
  }

  /** The status at a reader that is gone before there is a result. */
  private static int unread(Path err, String line) throws Exception {
    Process gone = new ChildJvm().start(err, Main.class, arguments(line));
    gone.getInputStream().close();
    int status = gone.waitFor();
    assertThat(err).isEmptyFile();
    return status;
  }

  /** Every writer flushes as it likes, but the reader has all of it before it can go. */
  @Test
  void oneLineIsReadOfAWholeResult() throws Exception {
    Ran all = Ran.of(arguments("report --format json leaky"));
    ByteArrayOutputStream pieces = new ByteArrayOutputStream();
    OutputStream pipe =
        new OutputStream() {
          private boolean closed;

          @Override
          public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
          }

          @Override
          public void write(byte[] bytes, int from, int length) throws IOException {
            if (closed) {
              throw new IOException("Broken pipe");
            }
            pieces.write(bytes, from, length);
            closed = true;
          }
        };
    int code =
        Main.run(
            arguments("report --format json --fail-on none leaky"),
            InputStream.nullInputStream(),
            new ResultStream(pipe),
            new PrintStream(OutputStream.nullOutputStream(), true, UTF_8));

    assertThat(code).isZero();
    assertThat(pieces.toString(UTF_8)).isEqualTo(all.out());
  }
}
