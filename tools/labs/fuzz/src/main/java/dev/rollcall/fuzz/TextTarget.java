package dev.rollcall.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rollcall.cli.option.Format;
import dev.rollcall.common.Glob;
import dev.rollcall.common.Printable;
import dev.rollcall.common.SiteText;
import dev.rollcall.gate.Report;
import dev.rollcall.report.Hostile;
import dev.rollcall.report.html.HtmlReport;
import dev.rollcall.report.source.Sources;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * A text wherever a program may put one: as the name of a class, a method, a file, a thread, as a
 * description and a note. Every kind of report of it is well formed, and does nothing to who looks
 * at it. Its first line is a pattern for the second, which a plain walk decides as well.
 */
public final class TextTarget {
  private static final int LONGEST_PRINTED = 7 * Printable.LONGEST;
  private static final JsonMapper JSON = new JsonMapper();

  private TextTarget() {}

  public static void fuzzerTestOneInput(byte[] bytes) {
    String text = new String(bytes, UTF_8);
    Must.beQuick(() -> check(text));
  }

  private static void check(String text) {
    String printed = Printable.of(text);
    Must.beHarmless(printed);
    Must.hold(printed.indexOf('\n') < 0, () -> "several lines");
    Must.hold(printed.length() <= LONGEST_PRINTED, () -> printed.length() + " characters");
    List<StackTraceElement> site = SiteText.parse(text);
    List<StackTraceElement> again = SiteText.parse(SiteText.print(site));
    Must.hold(
        again.equals(site.subList(0, Math.min(site.size(), 64))), () -> site + " is " + again);
    String[] lines = text.split("\n", 2);
    String name = lines[lines.length - 1];
    Must.hold(
        Glob.of(lines[0]).matches(name) == matches(lines[0], name),
        () -> "the pattern " + lines[0] + " with the name " + name);
    Report report = Report.of(Hostile.events(text).findings());
    for (Format format : Format.values()) {
      String written = written(report, format);
      for (String part : format == Format.HTML ? ofTheReport(written) : List.of(written)) {
        Must.beHarmless(part);
      }
      wellFormed(format, written);
    }
  }

  private static String written(Report report, Format format) {
    try {
      StringWriter out = new StringWriter();
      Sources sources = new Sources(Path.of("none"), List.of());
      format.write(report, sources, HtmlReport.Setting.PLAIN, out, 100);
      return out.toString();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void wellFormed(Format format, String written) {
    try {
      switch (format) {
        case JSON, SARIF -> JSON.readTree(written);
        case JUNIT ->
            DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(written)));
        case HTML -> {
          List<String> parts = ofTheReport(written);
          Must.hold(parts.get(0).indexOf('<') < 0, () -> "markup is shown: " + parts.get(0));
          JSON.readTree(parts.get(1));
        }
        case TEXT, FOLDED -> {}
      }
    } catch (IOException | SAXException | ParserConfigurationException e) {
      throw new AssertionError(format + " is not well formed: " + written, e);
    }
  }

  /** What a page has of a report: its text and its data. The rest is the same in all pages. */
  private static List<String> ofTheReport(String page) {
    return List.of(
        between(page, "<pre id=\"text\">", "</pre>"),
        between(page, "<script id=\"data\" type=\"application/json\">", "</script>"));
  }

  private static String between(String page, String start, String end) {
    int from = page.indexOf(start) + start.length();
    return page.substring(from, page.indexOf(end, from));
  }

  /** Whether a pattern stands for a name: one star is tried at a time, and the last one counts. */
  private static boolean matches(String pattern, String name) {
    int star = -1;
    int retry = 0;
    int p = 0;
    int n = 0;
    while (n < name.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        retry = n;
      } else if (p < pattern.length() && pattern.charAt(p) == name.charAt(n)) {
        p++;
        n++;
      } else if (star >= 0) {
        p = star + 1;
        n = ++retry;
      } else {
        return false;
      }
    }
    return pattern.substring(p).chars().allMatch(c -> c == '*');
  }
}
