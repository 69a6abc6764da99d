package dev.rollcall.ends;

import static dev.rollcall.ends.End.named;

import dev.rollcall.LeakMode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The ends, with what is promised of each, in the order of the table. */
final class EndList {
  /** A disk that is too small for a chunk, and that is gone with the process. */
  private static final String FULL =
      "mkdir -p 'DIR/repository' && mount -t tmpfs -o size=200k none 'DIR/repository'"
          + " && exec \"$@\"";

  private static final String LOGGER = "-Dslf4j.provider=dev.rollcall.ends.program.WaywardProvider";

  private EndList() {}

  static List<End> all() {
    return Stream.of(usual(), hooks(), exhausted(), killed(), files(), loggers())
        .flatMap(List::stream)
        .map(End.Builder::build)
        .toList();
  }

  private static List<End.Builder> usual() {
    return List.of(
        named("off", "`main` returns, mode `off`")
            .only(LeakMode.OFF)
            .report(ExitText.State.NONE)
            .recorded(Reading.State.NONE),
        named("return", "`main` returns"),
        named("exit", "`System.exit(3)` in `main`").how("exit").status(3),
        named("exit-thread", "`System.exit(3)` in another thread").how("exit-thread").status(3),
        named("exit-cleaner", "`System.exit(3)` in a cleaner").how("exit-cleaner").status(3),
        named("throw", "an exception that nobody catches").how("throw").status(1),
        signal("TERM", 143),
        signal("INT", 130),
        signal("HUP", 129));
  }

  /** A shell may have told the process that it started to ignore signals. */
  private static End.Builder signal(String name, int status) {
    return named("sig" + name.toLowerCase(Locale.ROOT), "SIG" + name)
        .how("wait")
        .command("env", "--default-signal=" + name)
        .deed(Deed.signal(name))
        .status(status);
  }

  private static List<End.Builder> hooks() {
    return List.of(
        named("hook-slow", "a hook that releases after 400 ms").how("hook-slow"),
        named("hook-registers", "a hook that uses new resources and leaks one")
            .how("hook-registers")
            .leaks(4),
        named("hook-deadlock", "two hooks in a deadlock").how("hook-deadlock").neverEnds(),
        named("exit-hook", "`System.exit(3)` in a hook").how("exit-hook").neverEnds());
  }

  private static List<End.Builder> exhausted() {
    return List.of(
        // The JVM itself may have no memory to end with 0.
        named("heap", "the heap is full, and no recording runs")
            .how("heap")
            .option("-Xmx16m")
            .allButMemory()
            .status(0, 1)
            .neverRecorded(),
        named("heap-recorded", "the heap is full, and a recording runs")
            .how("heap")
            .option("-Xmx16m")
            .allButMemory()
            .anyRecording()
            .status(0, 1, 134) // 134: the JVM gives up
            .perhapsWithoutHooks()
            .onlyRecorded(),
        named("heap-thrown", "an `OutOfMemoryError` ends `main`, and frees its memory")
            .how("heap-thrown")
            .option("-Xmx16m")
            .status(1),
        named("metaspace", "the memory for classes is full")
            .how("metaspace")
            .option("-XX:MaxMetaspaceSize=32m", "-XX:CompressedClassSpaceSize=16m")
            .allButMemory()
            .anyRecording(),
        named("direct", "the direct memory is full")
            .how("direct")
            .option("-XX:MaxDirectMemorySize=8m"),
        named("threads", "no thread can be started")
            .how("threads")
            .option("-Xmx64m", "-XX:ThreadStackSize=65536")
            .option("-XX:CompressedClassSpaceSize=16m", "-XX:ReservedCodeCacheSize=32m")
            .command(
                "env", "MALLOC_ARENA_MAX=1", "sh", "-c", "ulimit -v 4000000; exec \"$@\"", "sh")
            .flushed()
            .report(ExitText.State.NONE, ExitText.State.WHOLE)
            .recorded(Reading.State.WHOLE, Reading.State.TOTALS, Reading.State.PART)
            .statusAlways(0),
        overflow("register"),
        overflow("retain"),
        overflow("touch"),
        overflow("release"),
        overflow("unregister"));
  }

  private static End.Builder overflow(String call) {
    return named(
            "overflow-" + call,
            "the stack runs out in `" + call + "`, at many depths; `main` returns")
        .how("overflow", call)
        .recorded(Reading.State.WHOLE, Reading.State.TOTALS);
  }

  private static List<End.Builder> killed() {
    return List.of(
        gone(named("halt", "`Runtime.halt(4)`").how("halt").statusAlways(4)),
        gone(named("kill", "`kill -9`").how("wait").deed(Deed.signal("KILL")).statusAlways(137)),
        gone(
            named("exit-on-oom", "`-XX:+ExitOnOutOfMemoryError`")
                .how("heap-thrown")
                .option("-Xmx16m", "-XX:+ExitOnOutOfMemoryError")
                .statusAlways(3)),
        gone(
            named("crash", "the JVM crashes")
                .how("heap-thrown")
                .option("-Xmx16m", "-XX:+CrashOnOutOfMemoryError", "-XX:-CreateCoredumpOnCrash")
                .option("-XX:ErrorFile=DIR/crash.log")
                .statusAlways(1)));
  }

  /** No hook runs; the recording is as JFR last wrote it, and must be no riddle. */
  private static End.Builder gone(End.Builder end) {
    return end.flushed().report(ExitText.State.NONE).recorded(Reading.State.PART);
  }

  private static List<End.Builder> files() {
    return List.of(
        named("report-full", "the disk for the report is full")
            .option("-Drollcall.report=/dev/full"),
        named("report-fifo", "the report is a pipe that nobody reads")
            .option("-Drollcall.report=DIR/files/fifo")
            .deed(EndList::fifo),
        named("recording-full", "the disk for the recording is full")
            .recording("/dev/full")
            .onlyRecorded()
            .anyRecording(),
        named("repository-full", "the disk for JFR's repository is full: JFR ends the JVM")
            .option("-XX:-UsePerfData")
            .command("unshare", "-m", "sh", "-c", FULL, "sh")
            .onlyRecorded()
            .report(ExitText.State.NONE, ExitText.State.WHOLE)
            .anyRecording()
            .statusAlways(1),
        named("removed", "the directory of recording and report is gone")
            .option("-Drollcall.report=DIR/files/report.txt")
            .deed(Deed.remove("files"))
            .anyRecording(),
        named("shared", "two JVMs write the same recording and report")
            .option("-Drollcall.report=DIR/files/report.txt")
            .twin()
            .recorded(Reading.State.PART, Reading.State.TOTALS, Reading.State.WHOLE));
  }

  private static void fifo(Process process, Path directory)
      throws IOException, InterruptedException {
    String fifo = directory.resolve("files/fifo").toString();
    if (new ProcessBuilder("mkfifo", fifo).inheritIO().start().waitFor() != 0) {
      throw new IOException("there is no pipe " + fifo);
    }
  }

  private static List<End.Builder> loggers() {
    return List.of(
        named("logger-blocks", "the logging provider blocks").option(LOGGER),
        named("logger-exits", "the logging provider calls `System.exit(5)`")
            .option(LOGGER, "-Dwayward=exit")
            .status(0, 5)); // whose exit comes first
  }
}
