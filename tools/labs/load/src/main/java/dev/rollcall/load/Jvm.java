package dev.rollcall.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM of the load test: it is told a line on its standard input and answers with a line. */
final class Jvm implements AutoCloseable {
  private static final long DEADLINE_SECONDS = 60;

  private final Process process;
  private final BufferedReader answers;
  private final Writer commands;

  private Jvm(Process process) {
    this.process = process;
    this.answers = process.inputReader(StandardCharsets.US_ASCII);
    this.commands = process.outputWriter(StandardCharsets.US_ASCII);
  }

  static Jvm start(List<String> core, List<String> options, Path err, String... main)
      throws IOException {
    List<String> command = new ArrayList<>(core);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add("-Xlog:jfr+startup=off");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.addAll(List.of(main));
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(err.toFile());
    builder.environment().remove("ROLLCALL_MODE");
    return new Jvm(builder.start());
  }

  void tell(String command) throws IOException {
    commands.write(command + "\n");
    commands.flush();
  }

  String answer() throws IOException {
    String answer = answers.readLine();
    if (answer == null) {
      throw new IOException("a process ended early");
    }
    return answer;
  }

  long pid() {
    return process.pid();
  }

  /** Ends its input, and waits for its end. */
  int end() throws IOException, InterruptedException {
    commands.close();
    if (!process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS)) {
      throw new IOException("a process did not end within " + DEADLINE_SECONDS + " s");
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
