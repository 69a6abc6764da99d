package dev.rollcall.gate.compare;

import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.common.Labels;
import dev.rollcall.gate.Report;
import dev.rollcall.recording.Jvm;
import dev.rollcall.recording.Recording;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a report is of. The JVM, by process id, start and labels, and the nanosecond at which the
 * recording starts and ends tell one recording from every other, wherever its file is; only where
 * the JVM is not known, the file's name stands for it.
 */
public final class Identity {
  /** A JVM, or a recording that does not say which JVM it is of. */
  public record Origin(long pid, long startedAt, @Nullable Path file, long start, Labels labels) {
    /** Whether the two may be the same: one that has no labels may be any. */
    public boolean mayBe(Origin other) {
      return with(Labels.NONE).equals(other.with(Labels.NONE))
          && (labels.isEmpty() || other.labels.isEmpty() || labels.equals(other.labels));
    }

    private Origin with(Labels those) {
      return new Origin(pid, startedAt, file, start, those);
    }

    public String words() {
      return file == null ? "the JVM with process id " + pid : file.toString();
    }
  }

  private record Span(Origin origin, long start, long end) {}

  private Identity() {}

  /** The recordings of a report; empty where none tells anything that another does not. */
  public static Set<Object> recordings(Report report) {
    Set<Object> spans = new HashSet<>();
    report.findings().recordings().stream()
        .map(read -> read.recording())
        .filter(recording -> recording.chunks() > 0)
        .forEach(of -> spans.add(new Span(origin(of).with(Labels.NONE), of.start(), of.end())));
    return spans;
  }

  /** Whose recordings they are. */
  public static Set<Origin> origins(Report report) {
    Set<Origin> origins = new HashSet<>();
    report.findings().recordings().stream()
        .map(read -> read.recording())
        .filter(recording -> recording.chunks() > 0)
        .forEach(of -> origins.add(origin(of)));
    return origins;
  }

  /** Whether all recordings of both are of one JVM that is known. */
  static boolean areOfOneJvm(Findings one, Findings other) {
    Set<Origin> all = new HashSet<>(origins(Report.of(one)));
    all.addAll(origins(Report.of(other)));
    return all.size() == 1 && all.stream().allMatch(origin -> origin.file() == null);
  }

  private static Origin origin(Recording recording) {
    Jvm jvm = recording.jvm();
    return jvm == null || jvm.startedAt() == 0
        ? new Origin(0, 0, recording.file(), recording.start(), Labels.NONE)
        : new Origin(jvm.pid(), jvm.startedAt(), null, 0, jvm.labels());
  }
}
