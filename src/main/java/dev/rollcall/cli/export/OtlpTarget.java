package dev.rollcall.cli.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rollcall.cli.option.ResultStream;
import dev.rollcall.cli.option.UsageException;
import dev.rollcall.cli.option.WholeFile;
import dev.rollcall.common.Words;
import dev.rollcall.gate.Report;
import dev.rollcall.report.otlp.OtlpLogs;
import dev.rollcall.report.otlp.OtlpMetrics;
import dev.rollcall.report.table.Owners;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Findings as lines of OpenTelemetry's JSON, a JVM a line. */
final class OtlpTarget implements FindingsExport.Target {
  private static final String LOGS = "logs.jsonl";
  private static final String METRICS = "metrics.jsonl";

  private final Path directory;
  private final Owners owners;
  private final SortedMap<String, Report> jvms = new TreeMap<>();

  OtlpTarget(Path directory, Owners owners) {
    this.directory = directory;
    this.owners = owners;
  }

  @Override
  public void add(String jvm, Report report) {
    jvms.put(jvm, report);
  }

  @Override
  public String write() throws UsageException {
    try {
      Files.createDirectories(directory);
      long[] records = {0};
      write(LOGS, (jvm, report, out) -> records[0] += OtlpLogs.write(jvm, report, owners, out));
      write(METRICS, OtlpMetrics::write);
      return Words.count(records[0], "cause", "causes")
          + ", to "
          + directory.resolve(LOGS)
          + " and "
          + METRICS;
    } catch (IOException e) {
      throw new UsageException(
          "cannot write to --otlp "
              + directory
              + " ("
              + ResultStream.reason(e)
              + "); name a directory in another place, or try again");
    }
  }

  /** Writes what there is to say of a JVM. */
  private interface Lines {
    void write(String jvm, Report report, Writer out) throws IOException;
  }

  private void write(String name, Lines lines) throws IOException {
    WholeFile.of(directory.resolve(name))
        .write(
            channel -> {
              Writer out =
                  new BufferedWriter(
                      new OutputStreamWriter(Channels.newOutputStream(channel), UTF_8));
              for (Map.Entry<String, Report> jvm : jvms.entrySet()) {
                lines.write(jvm.getKey(), jvm.getValue(), out);
              }
              out.flush();
            });
  }
}
