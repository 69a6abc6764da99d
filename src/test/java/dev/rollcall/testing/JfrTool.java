package dev.rollcall.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The {@code jfr} tool of the JDK that runs the test. */
public final class JfrTool {
  private JfrTool() {}

  /** What {@code jfr} prints, on both of its streams, and its exit status. */
  public static ChildJvm.Ended run(Object... arguments) throws IOException, InterruptedException {
    Path tool = Path.of(System.getProperty("java.home"), "bin", "jfr");
    List<String> command =
        Stream.concat(Stream.of(tool), Stream.of(arguments)).map(Object::toString).toList();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new ChildJvm.Ended(process.waitFor(), out, "");
  }

  /** What a command prints that is expected to succeed. */
  public static String out(Object... arguments) throws IOException, InterruptedException {
    return run(arguments).with(0).out();
  }

  /** Whether this JDK's tool has a command: {@code scrub} came with 19, {@code view} with 21. */
  public static boolean has(String command) throws IOException, InterruptedException {
    return out("help").contains(" jfr " + command + " ");
  }
}
