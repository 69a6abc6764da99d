package dev.rollcall.fleet;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How it went: what those want to know who run the job.
 *
 * @param jvms how many there are recordings of
 * @param files how many were found
 * @param recordings how many could be read; an archive may hold many
 * @param copies how many of these tell nothing that another does not
 * @param bytes of all files
 * @param bad what could not be read, in the order of the files' names
 * @param largest the first file of the process with the most bytes
 * @param largestBytes how many those are
 * @param slowestSeconds how long the slowest task took
 * @param taskSeconds how long all tasks took that read, one after the other
 * @param seconds how long everything took
 */
public record Summary(
    long jvms,
    long files,
    long recordings,
    long copies,
    long bytes,
    List<Unreadable> bad,
    String largest,
    long largestBytes,
    double slowestSeconds,
    double taskSeconds,
    double seconds) {
  private static final double MILLIS = 1000;

  /** A file that cannot be read, and why, in a sentence. */
  public record Unreadable(String file, String sentence) {}

  public Summary {
    bad = List.copyOf(bad);
  }

  static Summary of(List<Outcome.Reading> readings, Duration all) {
    JvmFiles largest =
        readings.stream()
            .map(Outcome.Reading::files)
            .max(Comparator.comparingLong(JvmFiles::bytes))
            .orElseThrow();
    // An archive of many JVMs is there for each of them.
    Set<RecordingFile> files =
        readings.stream()
            .flatMap(reading -> reading.files().files().stream())
            .collect(Collectors.toSet());
    return new Summary(
        readings.stream().mapToLong(Outcome.Reading::jvms).sum(),
        files.size(),
        readings.stream().mapToLong(Outcome.Reading::recordings).sum(),
        readings.stream().mapToLong(Outcome.Reading::copies).sum(),
        files.stream().mapToLong(RecordingFile::bytes).sum(),
        readings.stream()
            .flatMap(reading -> reading.bad().stream())
            .distinct()
            .map(file -> new Unreadable(file.file().name(), file.sentence()))
            .sorted(Comparator.comparing(Unreadable::file))
            .toList(),
        largest.files().get(0).name(),
        largest.bytes(),
        readings.stream().mapToLong(Outcome.Reading::millis).max().orElse(0) / MILLIS,
        readings.stream().mapToLong(Outcome.Reading::millis).sum() / MILLIS,
        all.toMillis() / MILLIS);
  }

  /** As JSON. */
  String json() throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text).useDefaultPrettyPrinter()) {
      json.writeStartObject();
      json.writeNumberField("jvms", jvms);
      json.writeNumberField("files", files);
      json.writeNumberField("recordings", recordings);
      json.writeNumberField("copies", copies);
      json.writeNumberField("bytes", bytes);
      json.writeArrayFieldStart("bad");
      for (Unreadable file : bad) {
        json.writeStartObject();
        json.writeStringField("file", file.file());
        json.writeStringField("sentence", file.sentence());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeObjectFieldStart("largest");
      json.writeStringField("file", largest);
      json.writeNumberField("bytes", largestBytes);
      json.writeEndObject();
      json.writeNumberField("slowestSeconds", slowestSeconds);
      json.writeNumberField("taskSeconds", taskSeconds);
      json.writeNumberField("seconds", seconds);
      json.writeEndObject();
    }
    return text.toString();
  }

  /** For a person: a line, and one more for each bad file. */
  Stream<String> lines() {
    return Stream.concat(
        bad.stream().map(Unreadable::sentence),
        Stream.of(
            String.format(
                Locale.ROOT,
                "read %,d recordings in %,d files (%,d bytes) of %,d JVMs, %,d of them copies, in %.1f s;"
                    + " the largest JVM has %,d bytes, its first file is %s, and the slowest task"
                    + " took %.1f s",
                recordings,
                files,
                bytes,
                jvms,
                copies,
                seconds,
                largestBytes,
                largest,
                slowestSeconds)));
  }
}
