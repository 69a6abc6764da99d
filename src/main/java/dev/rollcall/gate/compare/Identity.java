package dev.rollcall.gate.compare;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.gate.Report;
import dev.rollcall.recording.Jvm;
import dev.rollcall.recording.Recording;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a report is of. The JVM, by process id, start and sign, and the nanosecond at which the
 * recording starts and ends tell one recording from every other, wherever its file is; only where
 * the JVM is not known, the file's name stands for it.
 */
public final class Identity {
  /** A JVM, or a recording that does not say which JVM it is of. */
  public record Origin(long pid, long startedAt, @Nullable Path file, long start, String sign) {
    /** Whether the two may be the same: one that has no sign may be any. */
    public boolean mayBe(Origin other) {
      return unsigned().equals(other.unsigned())
          && (sign.isEmpty() || other.sign.isEmpty() || sign.equals(other.sign));
    }

    /** The same, but for the sign. */
    Origin unsigned() {
      return new Origin(pid, startedAt, file, start, "");
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
        .forEach(of -> spans.add(new Span(origin(of).unsigned(), of.start(), of.end())));
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

  /**
   * A name of 16 hexadecimal digits for the JVM that all these findings are of: the same wherever
   * and however often its recordings are read. It is the JVM's own id, where they say it.
   */
  public static String key(Findings ofOneJvm) {
    List<Recording> recordings =
        ofOneJvm.recordings().stream()
            .map(read -> read.recording())
            .sorted(
                Comparator.comparing((Recording one) -> one.chunks() == 0)
                    .thenComparing(one -> one.jvm() == null)
                    .thenComparingLong(Recording::start)
                    .thenComparing(one -> one.file().toString()))
            .toList();
    if (recordings.isEmpty()) {
      throw new IllegalArgumentException("nothing was read");
    }
    Jvm jvm = recordings.get(0).jvm();
    return jvm != null && !jvm.id().isEmpty() ? jvm.id() : digest(origin(recordings.get(0)));
  }

  private static String digest(Origin origin) {
    String text =
        origin.file == null || origin.start > 0
            ? origin.pid + " " + origin.startedAt + ' ' + origin.sign + ' ' + origin.start
            : origin.file.toString();
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest, 0, Long.BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every JDK has it
    }
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
        ? new Origin(0, 0, recording.file(), recording.start(), "")
        : new Origin(jvm.pid(), jvm.startedAt(), null, 0, jvm.sign());
  }
}
