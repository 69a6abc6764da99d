package dev.rollcall.server;

import depot.Depot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The server, in a JVM of its own, which records from its start and is never asked to end. */
final class DepotProcess implements AutoCloseable {
  /** The name of its recording. */
  static final String RECORDING = "rollcall";

  private static final Pattern PORT = Pattern.compile("[0-9]+");
  private static final long DEADLINE_SECONDS = 120;
  private static final long LOOK_MILLIS = 100;

  private final Jdk.Running jvm;
  private final int port;

  private DepotProcess(Jdk.Running jvm, int port) {
    this.jvm = jvm;
    this.port = port;
  }

  static DepotProcess start(Jdk jdk, String name, Path settings, Plan plan, boolean seeded)
      throws IOException, InterruptedException {
    List<String> options = new ArrayList<>(plan.jvmOptions());
    options.add("-Xmx256m");
    options.add("-Xlog:jfr+startup=off");
    options.add("-XX:StartFlightRecording:name=" + RECORDING + ",settings=" + settings);
    Jdk.Running jvm = jdk.java(name, options, Depot.class.getName(), plan.arguments(seeded));
    try {
      return new DepotProcess(jvm, port(jvm));
    } catch (IOException | InterruptedException e) {
      jvm.close();
      throw e;
    }
  }

  /** Awaits the line that is the port; the log may have said something before. */
  private static int port(Jdk.Running jvm) throws IOException, InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
    while (jvm.isAlive() && System.nanoTime() < deadline) {
      String said = jvm.outSoFar();
      Optional<String> port =
          said.substring(0, said.lastIndexOf('\n') + 1)
              .lines()
              .filter(line -> PORT.matcher(line).matches())
              .findFirst();
      if (port.isPresent()) {
        return Integer.parseInt(port.get());
      }
      boolean unused = never.await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }
    throw new IOException("the depot did not open: " + jvm.errSoFar().strip());
  }

  String pid() {
    return Long.toString(jvm.pid());
  }

  int port() {
    return port;
  }

  boolean isAlive() {
    return jvm.isAlive();
  }

  @Override
  public void close() {
    jvm.close();
  }
}
