package dev.rollcall.cli.export;

import dev.rollcall.analysis.Analysis;
import dev.rollcall.analysis.Selection;
import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.analysis.finding.History;
import dev.rollcall.analysis.finding.ReadRecording;
import dev.rollcall.analysis.finding.Step;
import dev.rollcall.cli.option.OutputOption;
import dev.rollcall.cli.option.UsageException;
import dev.rollcall.gate.Shown;
import dev.rollcall.recording.Jvm;
import dev.rollcall.recording.Recording;
import dev.rollcall.report.jfr.AsyncProfilerExport;
import dev.rollcall.report.jfr.AsyncProfilerExport.Written;
import dev.rollcall.report.jfr.MissionControlExport;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Writes the lives of one JVM as a recording for another tool. */
public final class LivesExport {
  private LivesExport() {}

  /** Who reads it. */
  public enum Tool {
    ASYNC_PROFILER,
    MISSION_CONTROL
  }

  /**
   * Writes it; what was written, in words.
   *
   * @throws UsageException if the lives are of several JVMs, or the file cannot be written
   */
  public static String write(Tool tool, Analysis analysis, Shown shown, OutputOption output)
      throws UsageException {
    Findings findings = analysis.findings(0);
    List<Recording> recordings =
        findings.recordings().stream()
            .map(ReadRecording::recording)
            .filter(recording -> recording.chunks() > 0)
            .toList();
    refuseMany(recordings);
    long end = recordings.stream().mapToLong(Recording::end).max().orElse(0);
    Iterator<History> lives =
        analysis
            .histories(new Selection.All())
            .filter(life -> isShown(life, shown, end))
            .iterator();
    long leaked = shown.leaked() ? findings.totals().leaked() : 0;
    List<String> said = new ArrayList<>();
    output.writeFile(
        file ->
            said.add(
                tool == Tool.MISSION_CONTROL
                    ? words(leaked, MissionControlExport.write(lives, start(recordings), file))
                    : words(leaked, AsyncProfilerExport.write(lives, start(recordings), file))));
    return said.get(0);
  }

  private static boolean isShown(History life, Shown shown, long end) {
    return switch (life.verdict()) {
      case LEAKED -> shown.leaked();
      case OPEN -> shown.open() && isOldEnough(life, shown.olderThanMillis(), end);
      default -> true;
    };
  }

  /** One of which the registration is not known may be of any age. */
  private static boolean isOldEnough(History life, long millis, long end) {
    return millis == 0
        || (!life.steps().isEmpty()
            && life.steps().get(0).kind() == Step.Kind.REGISTER
            && end - life.steps().get(0).moment().time() >= TimeUnit.MILLISECONDS.toNanos(millis));
  }

  private static void refuseMany(List<Recording> recordings) throws UsageException {
    record Whose(long pid, long startedAt, String name) {}
    long jvms =
        recordings.stream()
            .map(
                recording -> {
                  Jvm jvm = recording.jvm();
                  return jvm == null
                      ? new Whose(0, 0, recording.file().toString())
                      : new Whose(jvm.pid(), jvm.startedAt(), jvm.sign());
                })
            .distinct()
            .count();
    if (jvms > 1) {
      throw new UsageException(
          "these recordings are from "
              + jvms
              + " JVMs, but resource ids are unique only within one; export each JVM to its own"
              + " file");
    }
  }

  /** Nothing happened before: the start of the JVM, or of the recording where that is not known. */
  private static long start(List<Recording> recordings) {
    return recordings.stream()
        .mapToLong(
            recording -> {
              Jvm jvm = recording.jvm();
              return jvm == null || jvm.startedAt() <= 0
                  ? recording.start()
                  : Math.min(jvm.startedAt(), recording.start());
            })
        .min()
        .orElse(0);
  }

  private static String words(long leaked, MissionControlExport.Written written) {
    return String.format(
        Locale.ROOT,
        "wrote %,d leaked and %,d open; left out %,d leaked that are only known as a count",
        written.leaked(),
        written.open(),
        Math.max(0, leaked - written.leaked()));
  }

  private static String words(long leaked, Written written) {
    return String.format(
        Locale.ROOT,
        "wrote %,d leaked, %,d open and %,d released; left out %,d ignored or of unknown end, and"
            + " %,d leaked that are only known as a count; %s",
        written.leaked(),
        written.open(),
        written.released(),
        written.leftOut(),
        Math.max(0, leaked - written.leaked()),
        sizes(written));
  }

  /** What the sizes mean: a sum of bytes and of ones means nothing. */
  private static String sizes(Written written) {
    long all = written.leaked() + written.open() + written.released();
    return written.sized() == 0
        ? "each has the size 1, because none said how many bytes it holds"
        : written.sized() == all
            ? "sizes are what they hold, in bytes"
            : String.format(
                Locale.ROOT,
                "sizes are bytes for the %,d that said what they hold, and 1 for the others",
                written.sized());
  }
}
