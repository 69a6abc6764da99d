package dev.rollcall.cli.option;

import dev.rollcall.gate.Report;
import dev.rollcall.report.TextReport;
import dev.rollcall.report.folded.FoldedReport;
import dev.rollcall.report.html.HtmlReport;
import dev.rollcall.report.json.JsonReport;
import dev.rollcall.report.junit.JunitReport;
import dev.rollcall.report.sarif.SarifReport;
import dev.rollcall.report.source.Sources;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How a result is written. */
public enum Format {
  TEXT,
  JSON,
  JUNIT,
  SARIF,
  FOLDED,
  HTML;

  /**
   * Writes a report.
   *
   * @param page what surrounds a page; needed for one alone
   * @param columns how wide the lines of a text may be
   * @return the classes whose source it is to point at and that {@code sources} lack
   */
  public Set<String> write(
      Report report, Sources sources, HtmlReport.@Nullable Setting page, Writer writer, int columns)
      throws IOException {
    Set<String> notFound = Set.of();
    switch (this) {
      case TEXT -> writer.write(TextReport.of(report, columns));
      case JSON -> JsonReport.write(report, writer);
      case JUNIT -> JunitReport.write(report.findings(), writer);
      case SARIF -> notFound = SarifReport.write(report, sources, writer);
      case FOLDED -> writer.write(FoldedReport.of(report));
      case HTML -> HtmlReport.write(report, Objects.requireNonNull(page), writer);
    }
    if (this == JSON || this == SARIF) {
      writer.write('\n');
    }
    return notFound;
  }

  /** Whether lives are written in it, too. */
  public boolean isOfLives() {
    return this == TEXT || this == JSON;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The words of formats, as in "a, b or c". */
  public static String words(Predicate<Format> wanted) {
    List<String> words = Arrays.stream(values()).filter(wanted).map(Format::word).toList();
    int last = words.size() - 1;
    return String.join(", ", words.subList(0, last)) + " or " + words.get(last);
  }

  /** Reads the words the command line knows; any other is refused. */
  public static final class Converter implements ITypeConverter<Format> {
    @Override
    public Format convert(String word) {
      for (Format format : values()) {
        if (format.word().equals(word)) {
          return format;
        }
      }
      throw new TypeConversionException("'" + word + "' is not a format, use " + words(f -> true));
    }
  }
}
