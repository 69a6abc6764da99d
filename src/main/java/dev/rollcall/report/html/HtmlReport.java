package dev.rollcall.report.html;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rollcall.gate.Report;
import dev.rollcall.gate.compare.Diff;
import dev.rollcall.report.TextDiff;
import dev.rollcall.report.TextReport;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * Findings as one page for a browser, with nothing beside it: it opens from disk, and asks nobody
 * for anything. What a program wrote is data in it, never markup.
 */
public final class HtmlReport {
  private HtmlReport() {}

  /**
   * What surrounds the findings.
   *
   * @param tool name and version of what writes the page
   * @param redacted which fields of the program were taken out, as {@code notes}
   */
  public record Setting(String tool, FrameLinks links, List<String> redacted) {
    /** A page that leads nowhere and has everything. */
    public static final Setting PLAIN = new Setting("rollcall", FrameLinks.NONE, List.of());

    public Setting {
      redacted = List.copyOf(redacted);
    }
  }

  /** Writes the page of a report; the writer stays open. */
  public static void write(Report report, Setting setting, Writer writer) throws IOException {
    write(json -> PageData.write(report, setting, json), TextReport.of(report), writer);
  }

  /** Writes the page of a comparison; the writer stays open. */
  public static void write(Diff diff, Setting setting, Writer writer) throws IOException {
    write(json -> PageData.write(diff, setting, json), TextDiff.of(diff), writer);
  }

  private interface Data {
    void write(JsonGenerator json) throws IOException;
  }

  private static void write(Data data, String text, Writer writer) throws IOException {
    PageTemplate.Parts page = PageTemplate.parts();
    writer.write(page.beforeText());
    writer.write(PageTemplate.escaped(text));
    writer.write(page.beforeData());
    try (JsonGenerator json = PageJson.generator(writer)) {
      data.write(json);
    }
    writer.write(page.end());
  }
}
