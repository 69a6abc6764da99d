package dev.rollcall.report;

import dev.rollcall.analysis.finding.Loss;
import dev.rollcall.analysis.finding.ReadRecording;
import dev.rollcall.common.Printable;
import dev.rollcall.common.TimeSpan;
import dev.rollcall.common.Words;
import dev.rollcall.gate.compare.LabelValues;
import dev.rollcall.recording.Jvm;
import dev.rollcall.recording.Recording;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What was read, and what is missing from it: a line for each of a few recordings, one line for
 * many. Of those that are incomplete each is named.
 */
final class ReadLines {
  private static final int FEW = 3;
  private static final int MAX_INCOMPLETE = 20;

  private ReadLines() {}

  static void append(Page page, List<ReadRecording> recordings) {
    if (recordings.size() <= FEW) {
      recordings.forEach(read -> recording(page, read));
      return;
    }
    page.sentence("", summary(recordings));
    List<ReadRecording> incomplete =
        recordings.stream().filter(read -> !read.isComplete()).toList();
    incomplete.stream().limit(MAX_INCOMPLETE).forEach(read -> recording(page, read));
    if (incomplete.size() > MAX_INCOMPLETE) {
      page.sentence(
          "",
          "and "
              + Words.count(incomplete.size() - MAX_INCOMPLETE, "more incomplete recording")
              + " (--format json lists all)");
    }
  }

  private static String summary(List<ReadRecording> recordings) {
    List<Recording> told =
        recordings.stream().map(read -> read.recording()).filter(one -> one.chunks() > 0).toList();
    StringBuilder text = new StringBuilder("Read ");
    text.append(Words.count(recordings.size(), "recording"));
    long jvms = told.stream().map(Recording::jvm).filter(Objects::nonNull).distinct().count();
    if (jvms > 0) {
      text.append(" of ").append(Words.count(jvms, "JVM"));
    }
    text.append(": ");
    if (!told.isEmpty()) {
      text.append(ReportWords.time(told.stream().mapToLong(Recording::start).min().orElse(0)))
          .append(" to ")
          .append(ReportWords.time(told.stream().mapToLong(Recording::end).max().orElse(0)))
          .append(", ");
    }
    long complete = told.size() - recordings.stream().filter(read -> !read.isComplete()).count();
    text.append(String.format(Locale.ROOT, "%,d complete", Math.max(0, complete)));
    if (told.size() < recordings.size()) {
      text.append(
          String.format(Locale.ROOT, ", %,d in other files too", recordings.size() - told.size()));
    }
    labels(text, told);
    return text.append(" (--format json lists all)").toString();
  }

  /** What they are called; of what many are called differently only how many there are. */
  private static void labels(StringBuilder text, List<Recording> recordings) {
    LabelValues.of(recordings)
        .forEach(
            (key, values) ->
                text.append("; ")
                    .append(key)
                    .append(' ')
                    .append(
                        values.size() <= FEW
                            ? String.join(", ", values)
                            : Words.count(values.size(), "value")));
  }

  private static void recording(Page page, ReadRecording read) {
    Recording recording = read.recording();
    StringBuilder text = new StringBuilder();
    text.append(Printable.of(recording.file().toString())).append(": ");
    Jvm jvm = recording.jvm();
    if (jvm != null) {
      text.append("pid ").append(jvm.pid()).append(", ");
      if (!jvm.labels().isEmpty()) {
        text.append(jvm.labels().inWords()).append(", ");
      }
    }
    if (recording.chunks() == 0) {
      page.sentence("Read ", text + "all of it is in another file too");
      return;
    }
    text.append(ReportWords.time(recording.start()));
    long length = recording.end() - recording.start();
    if (length > 0) {
      text.append(" for ").append(TimeSpan.exact(length));
    }
    text.append(read.isComplete() ? ", complete" : ", incomplete:");
    page.sentence("Read ", text.toString());
    for (Loss loss : read.losses()) {
      page.sentence("  - ", Printable.of(loss.sentence()), "    ");
    }
    String test = read.test();
    if (test != null) {
      page.sentence(
          "  ", "It is of " + Printable.of(test) + " only: what others registered counts as open.");
    }
  }
}
