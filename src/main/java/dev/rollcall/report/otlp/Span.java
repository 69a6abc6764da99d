package dev.rollcall.report.otlp;

import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.analysis.finding.ReadRecording;
import dev.rollcall.recording.Jvm;
import dev.rollcall.recording.Recording;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whose findings these are, and of which time.
 *
 * @param jvm what its recordings know of it at most; {@code null} where none says it
 * @param start when it started, or else its first recording; nanoseconds since 1970
 * @param end when its last recording ends
 */
record Span(@Nullable Jvm jvm, long start, long end) {
  static Span of(Findings findings) {
    List<Recording> told =
        findings.recordings().stream()
            .map(ReadRecording::recording)
            .filter(recording -> recording.chunks() > 0)
            .toList();
    Jvm jvm =
        told.stream()
            .map(Recording::jvm)
            .filter(Objects::nonNull)
            .max(
                Comparator.comparing((Jvm one) -> !one.id().isEmpty())
                    .thenComparing(one -> one.labels().values().size()))
            .orElse(null);
    long first = told.stream().mapToLong(Recording::start).min().orElse(0);
    return new Span(
        jvm,
        jvm == null || jvm.startedAt() <= 0 ? first : Math.min(first, jvm.startedAt()),
        told.stream().mapToLong(Recording::end).max().orElse(0));
  }
}
