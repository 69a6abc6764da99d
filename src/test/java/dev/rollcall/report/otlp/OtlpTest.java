package dev.rollcall.report.otlp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.util.JsonFormat;
import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.gate.Report;
import dev.rollcall.gate.Samples;
import dev.rollcall.report.Hostile;
import dev.rollcall.report.table.Owners;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.LogsData;
import io.opentelemetry.proto.logs.v1.SeverityNumber;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.MetricsData;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Lines as OpenTelemetry's own reader has them, which refuses every field that it does not know.
 */
final class OtlpTest {
  private static final String KEY = "0123456789abcdef";

  private static String logs(Findings findings) throws IOException {
    StringWriter out = new StringWriter();
    OtlpLogs.write(
        KEY, Report.of(findings), frame -> List.of("@acme/" + frame.getMethodName()), out);
    return out.toString();
  }

  private static String metrics(Findings findings) throws IOException {
    StringWriter out = new StringWriter();
    OtlpMetrics.write(KEY, Report.of(findings), out);
    return out.toString();
  }

  private static LogsData readLogs(String line) throws IOException {
    LogsData.Builder read = LogsData.newBuilder();
    JsonFormat.parser().merge(line, read);
    return read.build();
  }

  private static MetricsData readMetrics(String line) throws IOException {
    MetricsData.Builder read = MetricsData.newBuilder();
    JsonFormat.parser().merge(line, read);
    return read.build();
  }

  /** Attributes by their keys. */
  private record Values(Map<String, AnyValue> all) {
    AnyValue get(String key) {
      return Objects.requireNonNull(all.get(key), key);
    }
  }

  private static Values values(List<KeyValue> attributes) {
    Map<String, AnyValue> all = new TreeMap<>();
    for (KeyValue attribute : attributes) {
      assertThat(all.put(attribute.getKey(), attribute.getValue())).isNull();
    }
    return new Values(all);
  }

  private static List<String> texts(AnyValue value) {
    return value.getArrayValue().getValuesList().stream().map(AnyValue::getStringValue).toList();
  }

  /** The largest cause first, each with what an alert may choose by. */
  @Test
  void aRecordForEachCause() throws Exception {
    Findings findings = Samples.ofTwoCauses();
    String line = logs(findings);

    assertThat(line).endsWith("}\n").hasLineCount(1);
    var resource = readLogs(line).getResourceLogs(0);
    List<LogRecord> records = resource.getScopeLogs(0).getLogRecordsList();
    assertThat(resource.getScopeLogs(0).getScope().getName()).isEqualTo("dev.rollcall");
    assertThat(records).hasSize(2);
    LogRecord first = records.get(0);
    assertThat(first.getEventName()).isEqualTo("rollcall.cause");
    assertThat(first.getSeverityNumber()).isEqualTo(SeverityNumber.SEVERITY_NUMBER_WARN);
    assertThat(first.getTimeUnixNano())
        .isEqualTo(findings.recordings().get(0).recording().end())
        .isEqualTo(first.getObservedTimeUnixNano())
        .isPositive();
    assertThat(first.getBody().getStringValue()).startsWith("4 resources leaked, of ");
    Values values = values(first.getAttributesList());
    assertThat(values.get("rollcall.rank").getIntValue()).isEqualTo(1);
    assertThat(values.get("rollcall.leaked").getIntValue()).isEqualTo(4);
    assertThat(texts(values.get("rollcall.fingerprints")))
        .hasSize(2)
        .allMatch(f -> f.contains("@"));
    assertThat(values.get("rollcall.confidence").getStringValue()).isIn("high", "medium", "low");
    assertThat(values.get("rollcall.cause").getStringValue())
        .isEqualTo(values.get("code.function.name").getStringValue())
        .endsWith(".two");
    assertThat(texts(values.get("rollcall.owners"))).containsExactly("@acme/two");
    assertThat(values.get("code.stacktrace").getStringValue()).contains("first(");
    assertThat(values(records.get(1).getAttributesList()).get("rollcall.leaked").getIntValue())
        .isEqualTo(3);
  }

  @Test
  void nobodyIsSuspected() throws Exception {
    String line = logs(Samples.findings(Samples.leaks("alone", 1)));

    LogRecord only = readLogs(line).getResourceLogs(0).getScopeLogs(0).getLogRecords(0);
    Values values = values(only.getAttributesList());
    assertThat(only.getBody().getStringValue())
        .startsWith("1 resource leaked, of ")
        .endsWith("; no method is suspected.");
    assertThat(values.all).doesNotContainKeys("rollcall.confidence", "rollcall.score");
    assertThat(values.get("rollcall.cause").getStringValue())
        .isEqualTo(texts(values.get("rollcall.fingerprints")).get(0));
  }

  @Test
  void nothingLeaked() throws Exception {
    assertThat(logs(Samples.findings())).isEmpty();
    assertThat(point(metrics(Samples.findings()), "rollcall.resources.leaked").getAsInt()).isZero();
  }

  private static Metric metric(String line, String name) throws IOException {
    return readMetrics(line).getResourceMetrics(0).getScopeMetrics(0).getMetricsList().stream()
        .filter(metric -> metric.getName().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " in " + line));
  }

  private static NumberDataPoint point(String line, String name) throws IOException {
    Metric metric = metric(line, name);
    List<NumberDataPoint> points =
        metric.hasSum()
            ? metric.getSum().getDataPointsList()
            : metric.getGauge().getDataPointsList();
    assertThat(points).hasSize(1);
    return points.get(0);
  }

  @Test
  void metricsByType() throws Exception {
    String line = metrics(Samples.ofTwoCauses());

    assertThat(line).endsWith("}\n").hasLineCount(1);
    NumberDataPoint leaked = point(line, "rollcall.resources.leaked");
    assertThat(leaked.getAsInt()).isEqualTo(7);
    assertThat(values(leaked.getAttributesList()).get("type").getStringValue())
        .isEqualTo(Samples.ofTwoCauses().groups().get(0).type());
    assertThat(leaked.getStartTimeUnixNano()).isPositive().isLessThan(leaked.getTimeUnixNano());
    assertThat(point(line, "rollcall.resources.oldest").getAsDouble()).isEqualTo(1.5);
    assertThat(metric(line, "rollcall.resources.oldest").getUnit()).isEqualTo("s");
    Metric registered = metric(line, "rollcall.resources.registered");
    assertThat(registered.getSum().getIsMonotonic()).isTrue();
    assertThat(registered.getSum().getAggregationTemporality().getNumber()).isEqualTo(2);
    assertThat(point(line, "rollcall.resources.registered").getAttributesList()).isEmpty();
    assertThat(point(line, "rollcall.recordings.read").getAsInt()).isEqualTo(1);
  }

  /** Each metric is there once: a second one of a name would be another stream. */
  @Test
  void noNameTwice() throws Exception {
    assertThat(
            readMetrics(metrics(Samples.ofTwoCauses()))
                .getResourceMetrics(0)
                .getScopeMetrics(0)
                .getMetricsList())
        .extracting(Metric::getName)
        .doesNotHaveDuplicates();
  }

  /** Of what is in a file nobody knows who wrote it. */
  @Test
  void hostileNamesAreTexts() throws Exception {
    Findings findings = Hostile.events().findings();
    for (String line : List.of(logs(findings), metrics(findings))) {
      String kept = new String(line.getBytes(UTF_8), UTF_8);
      assertThat(kept).hasLineCount(1);
      assertThat(kept.chars().filter(c -> c < ' ' && c != '\n')).isEmpty();
      if (line.contains("resourceLogs")) {
        LogRecord only = readLogs(kept).getResourceLogs(0).getScopeLogs(0).getLogRecords(0);
        assertThat(texts(values(only.getAttributesList()).get("rollcall.types")).get(0))
            .startsWith("T\u001b[2J");
      } else {
        assertThat(readMetrics(kept).getResourceMetricsCount()).isEqualTo(1);
      }
    }
    assertThat(Owners.NONE.of(new StackTraceElement("a", "b", null, 1))).isEmpty();
  }
}
