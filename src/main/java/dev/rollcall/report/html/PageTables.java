package dev.rollcall.report.html;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rollcall.common.FrameKind;
import dev.rollcall.common.Printable;
import dev.rollcall.recording.Jvm;
import dev.rollcall.recording.Site;
import dev.rollcall.recording.ThreadRef;
import dev.rollcall.report.ReportWords;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What many things of a page have in common, each once: frames, sites, threads and JVMs, numbered
 * in the order in which they were first met. Written last, when all are known.
 */
final class PageTables {
  private final FrameLinks links;
  private final Map<StackTraceElement, Integer> frames = new LinkedHashMap<>();
  private final Map<Site, Integer> sites = new LinkedHashMap<>();
  private final Map<String, Integer> threads = new LinkedHashMap<>();
  private final Map<Jvm, Integer> jvms = new LinkedHashMap<>();

  PageTables(FrameLinks links) {
    this.links = links;
  }

  int frame(StackTraceElement frame) {
    return number(frames, frame);
  }

  int site(Site site) {
    site.frames().forEach(this::frame);
    return number(sites, site);
  }

  int thread(ThreadRef thread) {
    return number(threads, ReportWords.thread(thread));
  }

  int jvm(Jvm jvm) {
    return number(jvms, jvm);
  }

  private static <T> int number(Map<T, Integer> table, T one) {
    Integer known = table.putIfAbsent(one, table.size());
    return known == null ? table.size() - 1 : known;
  }

  void write(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("frames");
    for (StackTraceElement frame : frames.keySet()) {
      frame(json, frame);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("sites");
    for (Site site : sites.keySet()) {
      json.writeStartObject();
      json.writeArrayFieldStart("f");
      for (StackTraceElement frame : site.frames()) {
        json.writeNumber(frame(frame));
      }
      json.writeEndArray();
      if (site.truncated()) {
        json.writeNumberField("t", 1);
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("threads");
    for (String thread : threads.keySet()) {
      json.writeString(thread);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("jvms");
    for (Jvm jvm : jvms.keySet()) {
      json.writeStartObject();
      json.writeNumberField("pid", jvm.pid());
      json.writeNumberField("started", millis(jvm.startedAt()));
      if (!jvm.labels().isEmpty()) {
        json.writeStringField("labels", Printable.of(jvm.labels().inWords()));
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void frame(JsonGenerator json, StackTraceElement frame) throws IOException {
    json.writeStartObject();
    json.writeStringField("c", Printable.of(frame.getClassName()));
    json.writeStringField("m", Printable.of(frame.getMethodName()));
    text(json, "f", frame.getFileName());
    if (frame.getLineNumber() >= 0) {
      json.writeNumberField("l", frame.getLineNumber());
    }
    if (FrameKind.isProgram(frame)) {
      json.writeNumberField("p", 1);
    } else {
      json.writeStringField("k", FrameKind.of(frame).label());
    }
    text(json, "u", links.url(frame));
    text(json, "o", links.owner(frame));
    json.writeEndObject();
  }

  /** Writes a text that is known, harmless and bounded. */
  static void text(JsonGenerator json, String field, @Nullable String text) throws IOException {
    if (text != null && !text.isEmpty()) {
      json.writeStringField(field, Printable.of(text));
    }
  }

  /** Writes a number that is known and not zero. */
  static void number(JsonGenerator json, String field, long number) throws IOException {
    if (number != 0) {
      json.writeNumberField(field, number);
    }
  }

  /** Nanoseconds as milliseconds, to the microsecond: what a browser counts in. */
  static double millis(long nanos) {
    return Math.floorDiv(nanos, 1_000L) / 1e3;
  }
}
