package dev.rollcall.load;

import static java.util.stream.Collectors.joining;

import dev.rollcall.load.server.ServerMain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A server in one variant. */
final class ServerProcess implements AutoCloseable {
  private static final String LEAK = "LEAK:";
  static final double SLICE_SECONDS = 2;

  /** A server is warm when its compilers are at work for less than this share of the time. */
  private static final double AT_REST = 0.03;

  private static final double MILLIS = 1_000;

  final Variant variant;
  final Path recording;
  private final Path err;
  private final Jvm jvm;
  private final int port;
  private long answers;

  ServerProcess(Protocol protocol, Variant variant, Setup setup) throws IOException {
    this.variant = variant;
    this.recording = setup.directory().resolve(protocol + "-" + variant + ".jfr");
    this.err = setup.directory().resolve(protocol + "-" + variant + ".err");
    this.jvm =
        setup.startServer(
            variant.jvmOptions(recording),
            err,
            ServerMain.class.getName(),
            protocol.name(),
            variant.allocator());
    this.port = Integer.parseInt(jvm.answer());
  }

  Seen drive(ClientProcess client, double seconds, long rate) throws IOException {
    Seen seen = client.drive(port, seconds, rate);
    answers += seen.answers();
    return seen;
  }

  /** Drives it until its compilers are at rest. */
  void warm(ClientProcess client, Plan plan) throws IOException {
    double slice = Math.min(SLICE_SECONDS, plan.maxWarmUpSeconds());
    double seconds = 0;
    double compiling = 1;
    Cost before = cost();
    while (seconds < plan.maxWarmUpSeconds()
        && (seconds < plan.minWarmUpSeconds() || compiling > AT_REST)) {
      drive(client, slice, 0);
      Cost after = cost();
      compiling = after.minus(before).compilationMillis() / (slice * MILLIS);
      before = after;
      seconds += slice;
    }
    Progress.say("%s is warm after %.1f s", variant.label, seconds);
  }

  Cost cost() throws IOException {
    return Cost.parse(ask("cost"));
  }

  /** Confines it to its core. */
  void confine(Cores cores) throws IOException, InterruptedException {
    cores.confine(jvm.pid());
  }

  /** Starts a profile of it. */
  void startProfile() throws IOException {
    Progress.say("%s: %s", variant.label, ask("profile"));
  }

  /** Ends the profile, and writes its stacks. */
  void writeProfile(Path folded) throws IOException {
    String unused = ask("profile " + folded.toAbsolutePath());
  }

  private String ask(String command) throws IOException {
    jvm.tell(command);
    try {
      return jvm.answer();
    } catch (IOException e) {
      throw new IOException(
          variant.label + ": the server failed: " + Files.readString(err).strip(), e);
    }
  }

  /** Has it leak a buffer. */
  void leak() throws IOException {
    String unused = ask("leak");
  }

  /**
   * Ends it.
   *
   * @return what it reported as leaked, line by line, or an empty text
   * @throws IOException if it failed
   */
  String end() throws IOException, InterruptedException {
    int status = jvm.end();
    String text = Files.readString(err);
    if (status != 0) {
      throw new IOException(
          variant.label + ": the server ended with status " + status + ": " + text.strip());
    }
    return text.lines().filter(line -> line.contains(LEAK)).collect(joining("\n"));
  }

  /**
   * Ends it, where nothing has leaked.
   *
   * @throws LeakException if it reports a leak
   */
  void endClean() throws IOException, InterruptedException, LeakException {
    String leaks = end();
    if (!leaks.isEmpty()) {
      throw new LeakException(variant.label + " reports a leak:\n" + leaks);
    }
  }

  /** Bytes of its recording for each request that it answered; call it after its end. */
  double recordedBytes() throws IOException {
    return variant.isRecorded() ? (double) Files.size(recording) / answers : 0;
  }

  @Override
  public void close() {
    jvm.close();
  }
}
