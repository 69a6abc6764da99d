package dev.rollcall.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.testing.ChildJvm;
import dev.rollcall.testing.CommandedJvm;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code rollcall watch} and {@code rollcall dump} of JVMs that run. */
final class WatchTest extends CommandTest {
  private static final String OPENED = "dev.rollcall.testing.Program$Opened";

  private CommandedJvm jvm(String... options) throws Exception {
    return CommandedJvm.in(directory).options(options).unrecorded();
  }

  @Test
  void whatIsOpenIsPrintedUntilTheJvmEnds() throws Exception {
    try (CommandedJvm jvm = jvm()) {
      String pid = String.valueOf(jvm.pid());
      jvm.tell("open 3", "pairs 2");

      assertThat(run("watch", pid, "--count", "2", "--interval", "1")).isZero();
      assertThat(out.lines())
          .hasSize(2)
          .allMatch(
              line ->
                  line.matches(
                      "20\\S+Z pid="
                          + pid
                          + " type="
                          + OPENED.replace("$", "\\$")
                          + " open=3 oldest=[0-9]+\\.[0-9]s growth=- overdue=0"));
      assertThat(err).isEmpty();

      assertThat(run("watch")).isEqualTo(ExitCode.USAGE);
      assertThat(err)
          .startsWith("rollcall: name the JVM, as in rollcall watch ")
          .contains("rollcall:   " + pid + "  dev.rollcall.testing.Commanded");

      assertThat(run("watch", pid, "--seconds", "1", "--interval", "9")).isZero();

      CompletableFuture<Void> shown = new CompletableFuture<>();
      ByteArrayOutputStream told = new ByteArrayOutputStream();
      OutputStream shows =
          new ByteArrayOutputStream() {
            @Override
            public synchronized void write(byte[] bytes, int from, int length) {
              shown.complete(null);
            }
          };
      // The common pool may have one thread only, and it tells when a process has ended.
      CompletableFuture<Integer> watching =
          CompletableFuture.supplyAsync(
              () ->
                  Main.run(new String[] {"watch", pid}, shows, new PrintStream(told, true, UTF_8)),
              watcher -> new Thread(watcher, "watcher").start());
      CompletableFuture.anyOf(shown, watching).get(60, TimeUnit.SECONDS);
      jvm.end();
      assertThat(watching.get(60, TimeUnit.SECONDS)).isZero();
      assertThat(told.toString(UTF_8)).isEqualTo("rollcall: JVM " + pid + " has ended\n");
    }
  }

  @Test
  void aDumpOfAJvmThatIsNotRecordedTellsWhatIsOpen() throws Exception {
    try (CommandedJvm jvm = jvm()) {
      String pid = String.valueOf(jvm.pid());
      jvm.tell("open 3", "pairs 2");

      assertThat(run("dump", pid)).isEqualTo(ExitCode.UNSURE);
      assertThat(out).contains("3 resources were still open");
      assertOneSentence(
          "no recording in JVM " + pid + " followed lives, so only what is still open is known; ");

      Path kept = directory.resolve("kept.jfr");
      assertThat(run("dump", pid, "--seconds", "1", "--keep", kept.toString(), "--format", "json"))
          .isEqualTo(ExitCode.UNSURE);
      assertThat(out).contains("\"open\" : 3");
      String ofDump = out;
      assertThat(run("report", "--format", "json", kept.toString())).isEqualTo(ExitCode.UNSURE);
      assertThat(out).isEqualTo(ofDump);
    }
  }

  /** The chunk that runs is ended for it, so what lives now is in it. */
  @Test
  void aDumpOfAJvmThatIsRecordedHasItsLives() throws Exception {
    try (CommandedJvm jvm = CommandedJvm.in(directory).recorded()) {
      jvm.tell("open 3", "pairs 2");

      assertThat(run("dump", String.valueOf(jvm.pid()), "--fail-on", "none")).isZero();
      assertThat(err).isEmpty();
      assertThat(out)
          .contains("3 resources were still open", "registered 5, released 2, leaked 0, open 3");

      jvm.tell("close 3");
      jvm.end();
      assertThat(run("report", jvm.file().toString())).isZero();
    }
  }

  @Test
  void whoCannotBeAskedIsToldInOneSentence() throws Exception {
    Process gone = new ProcessBuilder("true").start();
    gone.waitFor();
    assertThat(run("watch", String.valueOf(gone.pid()))).isEqualTo(ExitCode.USAGE);
    assertOneSentence("there is no process " + gone.pid() + "; ");
    assertThat(run("dump", "shop")).isEqualTo(ExitCode.USAGE);
    assertOneSentence("PID: 'shop' is not a process id; ");
    assertThat(run("dump", "1", "--keep", target("no/where.jfr"))).isEqualTo(ExitCode.USAGE);
    assertOneSentence("cannot write --keep ");

    String self = String.valueOf(ProcessHandle.current().pid());
    assertThat(run("watch", self)).isEqualTo(ExitCode.USAGE);
    assertOneSentence("process " + self + " is this tool itself; ");

    try (CommandedJvm jvm = jvm("-XX:+DisableAttachMechanism")) {
      jvm.tell("open 1");
      assertThat(run("watch", String.valueOf(jvm.pid()))).isEqualTo(ExitCode.UNREADABLE);
      assertOneSentence("JVM " + jvm.pid() + " does not let itself be asked (");
    }
    try (CommandedJvm jvm = jvm("-Xrs")) {
      jvm.tell("open 1");
      assertThat(run("watch", String.valueOf(jvm.pid()))).isEqualTo(ExitCode.UNREADABLE);
      assertOneSentence("JVM " + jvm.pid() + " was started with -Xrs");
      jvm.tell("close 1"); // it lives
    }
  }

  /** A program that has nothing to do with Rollcall, until its input ends. */
  static final class Bystander {
    /** Waits. */
    public static void main(String... arguments) throws Exception {
      System.out.println("ready");
      int unused = System.in.read();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "warn, 'Rollcall is switched on in JVM %d, but nothing has used it; '",
    "off, 'Rollcall is off in JVM %d; '",
    ", 'Rollcall is off, or not there, in JVM %d; '"
  })
  void aJvmWithoutRollcallSaysWhatIsMissing(@Nullable String mode, String sentence)
      throws Exception {
    ChildJvm child =
        mode == null ? new ChildJvm() : new ChildJvm().options("-Drollcall.mode=" + mode);
    Process process = child.start(directory.resolve("err.txt"), Bystander.class);
    try (BufferedReader ready = process.inputReader()) {
      assertThat(ready.readLine()).isEqualTo("ready");
      assertThat(run("watch", String.valueOf(process.pid()))).isEqualTo(ExitCode.UNREADABLE);
      assertOneSentence(String.format(sentence, process.pid()));
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  /** A JRE need not have what it takes. */
  @Test
  void aJavaThatCannotAttachSaysSo() throws Exception {
    ChildJvm.Ended ended =
        new ChildJvm()
            .options("--limit-modules", "java.base,java.logging,java.xml,java.management,java.sql")
            .run(Main.class, "watch", "1")
            .with(ExitCode.UNREADABLE);
    assertThat(ended.err())
        .startsWith("rollcall: the Java in ")
        .contains(" cannot ask other JVMs, because it has no module jdk.attach; ")
        .hasLineCount(1);
  }
}
