package dev.rollcall.server;

import depot.Depot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The server, in a JVM of its own, which records from its start and is never asked to end. */
final class DepotProcess implements AutoCloseable {
  /** The name of its recording. */
  static final String RECORDING = "rollcall";

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

  /** Awaits the first line, which is the port. */
  private static int port(Jdk.Running jvm) throws IOException, InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
    while (jvm.isAlive() && System.nanoTime() < deadline) {
      String said = jvm.outSoFar();
      if (said.endsWith("\n")) {
        return Integer.parseInt(said.strip());
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
