package dev.rollcall.report.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rollcall.gate.Report;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads reports that {@link JsonReport} wrote, in this version or an earlier one. The tree is
 * databind's, the checks of its fields are ours: binding to classes would be quicker with very
 * large reports only, starts slower, and would not say what is wrong with a value.
 */
public final class JsonReportReader {
  private JsonReportReader() {}

  /** Made when there is a report to read, for it takes its time. */
  private static final class Mapper {
    private static final JsonMapper MAPPER =
        JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    private Mapper() {}
  }

  /**
   * Whether a file begins as JSON does; a recording does not, nor does a file that is not there.
   */
  public static boolean looksLikeJson(Path file) {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      int c = in.read();
      while (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
        c = in.read();
      }
      return c == '{';
    } catch (IOException unreadable) {
      return false;
    }
  }

  /**
   * Reads a report.
   *
   * @throws MalformedReportException if the file is not there, or holds no report, or one of
   *     another schema version
   */
  public static Report read(Path file) throws MalformedReportException {
    return read(file, file);
  }

  /**
   * As {@link #read(Path)}, of a file that messages call by another name.
   *
   * @throws MalformedReportException as there
   */
  public static Report read(Path file, Path name) throws MalformedReportException {
    try (InputStream in = Files.newInputStream(file)) {
      return report(name, Mapper.MAPPER.readTree(in));
    } catch (StreamConstraintsException e) {
      throw noReport(name, "it is nested deeper, or has a longer value, than a report can have");
    } catch (JacksonException e) {
      String line = e.getLocation() == null ? "" : " in line " + e.getLocation().getLineNr();
      throw noReport(name, "its JSON is broken" + line);
    } catch (IOException e) {
      throw new MalformedReportException(
          "cannot read " + name + "; check that it exists and may be read");
    }
  }

  private static Report report(Path file, JsonNode content) throws MalformedReportException {
    JsonNode version = content.path("schemaVersion");
    if (version.isIntegralNumber() && version.longValue() != JsonHistory.SCHEMA_VERSION) {
      throw new MalformedReportException(
          file
              + " is a report with schemaVersion "
              + version.asText()
              + ", and this Rollcall reads "
              + JsonHistory.SCHEMA_VERSION
              + "; write it again with this Rollcall");
    }
    if (!version.isIntegralNumber() || !content.has("groups")) {
      throw noReport(file, "it has no schemaVersion or no groups");
    }
    try {
      return JsonFindings.report(new JsonFields(content, ""));
    } catch (MalformedReportException e) {
      throw noReport(file, String.valueOf(e.getMessage()));
    }
  }

  private static MalformedReportException noReport(Path file, String why) {
    return new MalformedReportException(
        file
            + " is no JSON report of Rollcall: "
            + why
            + "; rollcall report --format json writes one");
  }
}
