package dev.rollcall.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.testing.ChildJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The agent as it is, and a module that knows nothing of it: it opens one of each and forgets it,
 * opens others and closes them, and fails to open others.
 */
@Tag("packaged")
final class AgentTest {
  private static final String WATCHED =
      "Rollcall: The agent watches files, sockets, selectors, executors, processes.";
  private static final String PROFILES = "files,sockets,selectors,executors,processes";
  private static final Pattern GROUP = Pattern.compile("(?m)^LEAK: 1 x (\\S+),");

  private static final String SAID = WATCHED.replace("Rollcall: ", "");

  @TempDir private Path directory;
  private Path classes;

  @BeforeEach
  void compile() throws Exception {
    classes =
        Compiled.of(
            Path.of("src", "test", "modules", "agent"),
            directory.resolve("classes"),
            "--module-path",
            directory);
  }

  private ChildJvm jvm(String agent) {
    return new ChildJvm()
        .options("-javaagent:" + Jars.ours("-agent") + agent)
        .options("-Drollcall.exitWait=100ms", "-Dwork=" + directory.resolve("work"))
        .modulePath(classes);
  }

  /** What a failing run says in which one of each is forgotten. */
  private String forgotten(String ways) throws Exception {
    String report =
        jvm("=" + PROFILES)
            .options("-Drollcall.mode=fail")
            .run("sample.agent/work.Main", ways, "leak")
            .with(86)
            .err();
    assertThat(report).startsWith(WATCHED).doesNotContain("MISUSE", "Exception");
    assertThat(report.lines().skip(1)).anySatisfy(line -> assertThat(line).isEqualTo(SAID));
    return report;
  }

  /** The simple names of the classes of which one was forgotten. */
  private static List<String> types(String report) {
    return GROUP
        .matcher(report)
        .results()
        .map((MatchResult found) -> found.group(1).replaceFirst(".*[.]", ""))
        .toList();
  }

  @Test
  void forgottenFiles() throws Exception {
    String report = forgotten("files");

    assertThat(report)
        .contains("LEAK: 15 of 49 registered resources were never released, in 15 groups.")
        .contains("work/file.txt)", "work.FileWays.inputStream(FileWays.java:");
    assertThat(types(report))
        .containsExactlyInAnyOrder(
            "FileInputStream", // three: itself, below a reader, and for its channel
            "FileInputStream",
            "FileInputStream",
            "FileOutputStream",
            "RandomAccessFile",
            "FileChannelImpl", // three: itself, Files.newInputStream, Files.lines
            "FileChannelImpl",
            "FileChannelImpl",
            "UnixDirectoryStream", // three: itself, Files.list, Files.walk
            "UnixDirectoryStream",
            "UnixDirectoryStream",
            "ZipFile",
            "JarFile",
            "SimpleAsynchronousFileChannelImpl",
            "FileWays$Picky");
  }

  @Test
  void forgottenSockets() throws Exception {
    String report = forgotten("sockets");

    assertThat(report)
        .contains("LEAK: 10 of 34 registered resources were never released, in 10 groups.")
        .contains("work.SocketWays.socket(SocketWays.java:");
    assertThat(types(report))
        .containsExactlyInAnyOrder(
            "Socket", // two: connected, and bound alone
            "Socket",
            "SocketWays$Own",
            "ServerSocket",
            "SocketChannelImpl",
            "ServerSocketChannelImpl",
            "DatagramChannelImpl", // two: itself, and below a DatagramSocket
            "DatagramChannelImpl",
            "UnixAsynchronousSocketChannelImpl",
            "UnixAsynchronousServerSocketChannelImpl");
  }

  @Test
  void forgottenSelectorsExecutorsAndProcesses() throws Exception {
    String report = forgotten("others");

    assertThat(report)
        .contains("LEAK: 8 of 25 registered resources were never released, in 8 groups.")
        .contains("(sleep)", "work.OtherWays.process(OtherWays.java:");
    assertThat(types(report))
        .containsExactlyInAnyOrder(
            "OtherWays$Pool",
            "OtherWays$Picky",
            "EPollSelectorImpl",
            "ThreadPoolExecutor",
            "ScheduledThreadPoolExecutor",
            "ForkJoinPool",
            "Timer",
            "ProcessImpl");
  }

  /** Nor do woven classes of the JDK fail where they are verified as those of programs are. */
  @Test
  void whoForgetsNothingHearsNothingButWhatIsWatched() throws Exception {
    String said =
        jvm("=" + PROFILES)
            .options("-Drollcall.mode=fail", "-XX:+UnlockDiagnosticVMOptions")
            .options("-XX:+BytecodeVerificationLocal")
            .run("sample.agent/work.Main", "files,sockets,others", "close")
            .with(0)
            .err();

    assertThat(said.strip()).isEqualTo(WATCHED);
  }

  @Test
  void wrongOptionsEndTheProgramWithOneSentence() throws Exception {
    String said = jvm("=file").run("sample.agent/work.Main", "files", "close").with(2).err();

    assertThat(said.strip())
        .startsWith("Rollcall: 'file' is nothing that the agent can watch: use files, ")
        .hasLineCount(1);
  }

  @Test
  void saysThatItWatchesNothingWhereTheCheckerIsOff() throws Exception {
    String said =
        jvm("")
            .options("-Drollcall.mode=off")
            .run("sample.agent/work.Main", "files", "leak")
            .with(0)
            .err();

    assertThat(said.strip())
        .isEqualTo(
            "Rollcall: the agent watches nothing, because the checker is off: rollcall.mode.");
  }

  @Test
  void theSecondOfTwoAgentsSaysThatThereIsOne() throws Exception {
    String said =
        jvm("=" + PROFILES)
            .options("-Drollcall.mode=warn", "-javaagent:" + Jars.ours("-agent") + "=jdbc")
            .run("sample.agent/work.Main", "files", "close")
            .with(0)
            .err();

    assertThat(said.lines())
        .containsExactly(
            WATCHED,
            "Rollcall: the agent runs already, with the options that it was started with.");
  }

  /** Which of the two copies of the runtime is loaded does not matter. */
  @Test
  void ourOwnJarMayBeBeforeTheAgents() throws Exception {
    Path[] path =
        Stream.concat(Stream.of(Jars.ours(""), classes), Jars.others("slf4j-api").stream())
            .toArray(Path[]::new);
    String said =
        new ChildJvm()
            .options("-javaagent:" + Jars.ours("-agent") + "=files", "-Drollcall.mode=fail")
            .options("-Dwork=" + directory.resolve("work"))
            .classPath(path)
            .run("work.Main", "files", "leak")
            .with(86)
            .err();

    assertThat(said).contains("LEAK: 15 of 49 registered resources were never released");
  }

  @Test
  void theRecordingHasTheLives() throws Exception {
    Path recordings = Files.createDirectory(directory.resolve("recordings"));
    String ended =
        jvm("=files")
            .options("-Drollcall.mode=warn", "-Xlog:jfr+startup=off")
            .options("-XX:StartFlightRecording:settings=jfc/rollcall.jfc,filename=" + recordings)
            .run("sample.agent/work.Main", "files", "leak")
            .with(0)
            .err();

    assertThat(ended).contains("LEAK: 15 of 49 registered resources were never released");
    assertThat(Recorded.in(recordings))
        .contains("rollcall.Register", "rollcall.Unregister", "rollcall.Use", "rollcall.Leak");
  }
}
