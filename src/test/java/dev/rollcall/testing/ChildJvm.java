package dev.rollcall.testing;

import static java.util.stream.Collectors.joining;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A JVM of its own for a test, started with the JDK that runs the test. {@code -Dchild.options=...}
 * gives all of them other options than a fast start: with {@code -XX:G1PeriodicGCInterval=15
 * -XX:-G1PeriodicGCInvokesConcurrent} it shows which tests depend on when the collector runs.
 */
public final class ChildJvm {
  private static final long DUMP_SECONDS = 5;
  private static final List<String> OF_ALL =
      List.of(System.getProperty("child.options", "-XX:TieredStopAtLevel=1").split(" "));

  private final List<String> options = new ArrayList<>();
  private String pathOption = "-cp";
  private final Map<String, String> environment = new HashMap<>();
  private long seconds = 60;
  private String classPath = System.getProperty("java.class.path");

  /** How the JVM ended and what it printed. */
  public record Ended(int status, String out, String err) {
    /** This, if the status is the expected one. */
    public Ended with(int expected) {
      if (status != expected) {
        throw new AssertionError(
            "exit status " + status + " instead of " + expected + "\n" + out + "\n" + err);
      }
      return this;
    }
  }

  /** Adds JVM options. */
  public ChildJvm options(String... more) {
    options.addAll(List.of(more));
    return this;
  }

  /** Sets an environment variable. */
  public ChildJvm environment(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** Replaces the time in which it has to end, which is a minute. */
  public ChildJvm within(long someSeconds) {
    seconds = someSeconds;
    return this;
  }

  /** Replaces the class path, which is that of the test. */
  public ChildJvm classPath(Path... entries) {
    classPath = Stream.of(entries).map(Path::toString).collect(joining(File.pathSeparator));
    return this;
  }

  /** Replaces the class path by a module path; what is run is then named as module/class. */
  public ChildJvm modulePath(Path... entries) {
    pathOption = "--module-path";
    return classPath(entries);
  }

  /** Adds entries to the class path. */
  public ChildJvm andClassPath(Path... entries) {
    return classPath(
        Stream.concat(
                Stream.of(classPath.split(File.pathSeparator)).map(Path::of), Stream.of(entries))
            .toArray(Path[]::new));
  }

  /** Starts a main class whose standard error goes to a file. */
  public Process start(Path err, Class<?> main, String... arguments) throws IOException {
    return builder(main.getName(), arguments).redirectError(err.toFile()).start();
  }

  /** As {@link #start(Path, Class, String...)}, with its standard output in a file, too. */
  public Process start(Path out, Path err, Class<?> main, String... arguments) throws IOException {
    return builder(main.getName(), arguments)
        .redirectOutput(out.toFile())
        .redirectError(err.toFile())
        .start();
  }

  /** Runs a main class to its end. */
  public Ended run(Class<?> main, String... arguments) throws IOException, InterruptedException {
    return run(main.getName(), arguments);
  }

  /** Runs a main class that is on the child's class path or module path only. */
  public Ended run(String main, String... arguments) throws IOException, InterruptedException {
    Path out = Files.createTempFile("child", ".out");
    Path err = Files.createTempFile("child", ".err");
    try {
      Process process =
          builder(main, arguments).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
      process.getOutputStream().close();
      if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
        dumpThreads(process);
        process.destroyForcibly().waitFor();
        throw new AssertionError(
            "still running after "
                + seconds
                + " s\n"
                + Files.readString(out)
                + Files.readString(err));
      }
      return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  /** Has the JVM print what its threads do to its standard output. */
  private static void dumpThreads(Process process) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-QUIT", String.valueOf(process.pid())).start().waitFor();
    boolean unused = process.waitFor(DUMP_SECONDS, TimeUnit.SECONDS);
  }

  private ProcessBuilder builder(String main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(OF_ALL);
    command.addAll(options);
    command.add(pathOption);
    command.add(classPath);
    if (main.contains("/")) {
      command.add("-m");
    }
    command.add(main);
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    for (String name :
        List.of("ROLLCALL_MODE", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS")) {
      builder.environment().remove(name);
    }
    builder.environment().putAll(environment);
    return builder;
  }
}
