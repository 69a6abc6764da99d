package dev.rollcall.recording;

import dev.rollcall.common.Fingerprint;
import dev.rollcall.common.Frames;
import dev.rollcall.event.CheckEvents;
import dev.rollcall.event.LifecycleEvents;
import dev.rollcall.event.StepKind;
import java.io.IOException;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import jdk.jfr.Configuration;
import jdk.jfr.Recording;

/** Writes the recordings that tests read, in a JVM of its own, where no other test interferes. */
public final class SampleProgram {
  public static final int CHUNKS = 4;
  public static final int PER_CHUNK = 3_000;

  private static final CheckEvents.Totals NOTHING = new CheckEvents.Totals(0, 0, 0, 0);

  private SampleProgram() {}

  /** A resource type of the samples. */
  public static final class Buffer {}

  /** A resource type that owns others. */
  private static final class Connection {}

  /** A resource type that is owned. */
  private static final class Statement {}

  /** What a sample does while it is recorded. */
  private interface Body {
    void run() throws Exception;
  }

  public static void main(String[] args) throws Exception {
    Path directory = Path.of(args[0]);
    record(directory.resolve("leaky.jfr"), SampleProgram::leaky);
    record(directory.resolve("clean.jfr"), SampleProgram::clean);
    record(directory.resolve("open.jfr"), SampleProgram::open);
    record(directory.resolve("misused.jfr"), SampleProgram::misused);
    record(directory.resolve("hostile.jfr"), SampleProgram::hostile);
    record(directory.resolve("sites.jfr"), SampleProgram::sites);
    record(directory.resolve("owners.jfr"), SampleProgram::owners);
    record(directory.resolve("none.jfr"), () -> {});
    record(directory.resolve("chunks.jfr"), SampleProgram::chunks);
  }

  private static void record(Path file, Body body) throws Exception {
    try (Recording recording = new Recording()) {
      recording.enable("jdk.JVMInformation");
      recording.enable("jdk.ActiveSetting");
      recording.start();
      body.run();
      recording.stop();
      recording.dump(file);
    }
  }

  private static void leaky() {
    CheckEvents.checkpoint(0, "start", NOTHING, 0, "");
    for (int id = 1; id <= 10; id++) {
      LifecycleEvents.register(
          0,
          id,
          Buffer.class,
          "buffer " + id + " of thread " + Thread.currentThread().getId(),
          0,
          0,
          true);
      LifecycleEvents.step(StepKind.RETAIN, 0, id, Buffer.class, 1, 2, null, 0);
      LifecycleEvents.step(StepKind.TOUCH, 0, id, Buffer.class, 2, -1, "decoded", 0);
      LifecycleEvents.step(StepKind.RELEASE, 0, id, Buffer.class, 3, 1, null, 0);
      if (id > 2) {
        LifecycleEvents.step(StepKind.RELEASE, 0, id, Buffer.class, 4, 0, null, 0);
        LifecycleEvents.unregister(0, id, Buffer.class, 4, false);
      }
    }
    exit(new CheckEvents.Totals(10, 8, 2, 0), 1, 2);
  }

  private static void exit(CheckEvents.Totals totals, long... leaked) throws IllegalStateException {
    CheckEvents.Check check = CheckEvents.beginCheck();
    for (long id : leaked) {
      CheckEvents.leak(7, resource(id));
    }
    check.end(0, 7, "exit", totals);
    for (long id : leaked) {
      CheckEvents.live(resource(id), 1_000, "main", 3, null, null, false);
    }
    CheckEvents.checkpoint(0, "exit", totals, leaked.length, "");
  }

  private static CheckEvents.Resource resource(long id) {
    return new CheckEvents.Resource(0, id, Buffer.class, 1, 5, false, null, 0);
  }

  private static void clean() {
    CheckEvents.checkpoint(0, "start", NOTHING, 0, "");
    LifecycleEvents.register(0, 1, Buffer.class, null, 0, 0, true);
    LifecycleEvents.unregister(0, 1, Buffer.class, 0, false);
    exit(new CheckEvents.Totals(1, 1, 0, 0));
  }

  private static void open() {
    CheckEvents.checkpoint(0, "start", NOTHING, 0, "");
    LifecycleEvents.register(0, 1, Buffer.class, null, 0, 0, true);
    CheckEvents.live(resource(1), 1_000, "main", 0, null, null, false);
    CheckEvents.checkpoint(0, "chunk", new CheckEvents.Totals(1, 0, 1, 0), 1, "");
  }

  /** A connection that leaks with two statements, and a statement whose connection was closed. */
  private static void owners() {
    CheckEvents.checkpoint(0, "start", NOTHING, 0, "");
    LifecycleEvents.register(0, 1, Connection.class, null, 0, 0, true);
    LifecycleEvents.register(0, 2, Statement.class, null, 1, 0, true);
    LifecycleEvents.register(0, 3, Statement.class, null, 1, 0, true);
    LifecycleEvents.register(0, 4, Connection.class, null, 0, 0, true);
    LifecycleEvents.register(0, 5, Statement.class, null, 4, 0, true);
    LifecycleEvents.step(StepKind.RETAIN, 0, 5, Statement.class, 1, 2, null, 1);
    LifecycleEvents.step(StepKind.RELEASE, 0, 5, Statement.class, 2, 1, null, 1);
    LifecycleEvents.unregister(0, 4, Connection.class, 0, false);
    CheckEvents.Totals totals = new CheckEvents.Totals(5, 1, 4, 0);
    List<CheckEvents.Resource> leaked =
        List.of(
            new CheckEvents.Resource(0, 1, Connection.class, -1, 5, false, null, 0),
            new CheckEvents.Resource(0, 2, Statement.class, -1, 5, false, null, 1),
            new CheckEvents.Resource(0, 3, Statement.class, -1, 5, false, null, 1),
            new CheckEvents.Resource(0, 5, Statement.class, 1, 5, false, null, 4));
    CheckEvents.Check check = CheckEvents.beginCheck();
    leaked.forEach(resource -> CheckEvents.leak(7, resource));
    check.end(0, 7, "exit", totals);
    leaked.forEach(resource -> CheckEvents.live(resource, 1_000, "main", 0, null, null, false));
    CheckEvents.checkpoint(0, "exit", totals, leaked.size(), "");
  }

  private static void misused() {
    clean();
    CheckEvents.misuse(0, "double-release", 1, Buffer.class, "released twice");
  }

  private static void hostile() {
    String evil = "\u001b[2J\"\\\n\u202e</script>\ud83d\ude00\ud800";
    CheckEvents.checkpoint(0, "start", NOTHING, 0, "");
    LifecycleEvents.register(0, 1, Buffer.class, evil, 0, 0, true);
    LifecycleEvents.step(StepKind.TOUCH, 0, 1, Buffer.class, 1, -1, evil, 0);
    CheckEvents.misuse(0, evil, 1, Buffer.class, evil);
    exit(new CheckEvents.Totals(1, 0, 1, 0), 1);
  }

  /** Pairs from one site: one with the fingerprint a program would compute, one without. */
  private static void sites() throws Exception {
    Runnable lambda = () -> {};
    pair(1, Buffer.class);
    pair(3, byte[].class);
    pair(5, Buffer[][].class);
    pair(7, lambda.getClass());
    Callable<Void> inLambda =
        () -> {
          pair(9, Buffer.class);
          return null;
        };
    inLambda.call();
    SampleProgram.class
        .getDeclaredMethod("pair", int.class, Class.class)
        .invoke(null, 11, Buffer.class);
    Thread thread = new Thread(() -> recurse(40), "deep");
    thread.start();
    thread.join();
    CheckEvents.Check check = CheckEvents.beginCheck();
    check.end(0, 7, "exit", new CheckEvents.Totals(14, 0, 14, 0));
  }

  private static void recurse(int depth) {
    if (depth == 0) {
      pair(13, Buffer.class);
    } else {
      recurse(depth - 1);
    }
  }

  private static void pair(int id, Class<?> type) {
    for (int i = 0; i < 2; i++) {
      LifecycleEvents.register(0, id + i, type, null, 0, 0, true);
      StackTraceElement[] stack = new Throwable().getStackTrace();
      String fingerprint =
          i == 0 ? Fingerprint.of(type.getTypeName(), Frames.site(Arrays.asList(stack))) : null;
      CheckEvents.leak(7, new CheckEvents.Resource(0, id + i, type, -1, 5, false, fingerprint, 0));
    }
  }

  /** Every chunk has its own registrations and releases; the last word is in the last chunk. */
  private static void chunks() throws IOException, ParseException {
    CheckEvents.checkpoint(0, "start", NOTHING, 0, "");
    long id = 0;
    for (int chunk = 0; chunk < CHUNKS; chunk++) {
      for (int i = 0; i < PER_CHUNK; i++) {
        id++;
        LifecycleEvents.register(0, id, Buffer.class, null, 0, 0, true);
        LifecycleEvents.unregister(0, id, Buffer.class, 0, false);
      }
      if (chunk < CHUNKS - 1) {
        rotate();
      }
    }
    exit(new CheckEvents.Totals(id, id, 0, 0));
  }

  /** A second recording that starts or stops makes JFR begin a new chunk. */
  private static void rotate() throws IOException, ParseException {
    try (Recording second = new Recording(Configuration.getConfiguration("default"))) {
      second.start();
    }
  }
}
