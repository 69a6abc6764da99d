package dev.rollcall.report.otlp;

import dev.rollcall.analysis.finding.FindingTotals;
import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.analysis.finding.MisuseFinding;
import dev.rollcall.analysis.finding.OpenFinding;
import dev.rollcall.analysis.growth.Growth;
import dev.rollcall.gate.Report;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How many resources there were, leaked and are open, as metrics. What the meters of a running
 * program have has the names of those, {@code rollcall.resources.live} and so on. A recording does
 * not tell of each type how many were registered, released and live: those are of all types
 * together, and have no {@code type}.
 */
public final class OtlpMetrics {
  private static final int CUMULATIVE = 2;
  private static final String RESOURCES = "{resource}";

  private final OtlpJson json;
  private final Span span;

  private OtlpMetrics(OtlpJson json, Span span) {
    this.json = json;
    this.span = span;
  }

  /** The kind of a metric. */
  private enum Kind {
    /** It counts from the start of the JVM. */
    COUNTER,
    /** It goes up and down. */
    GAUGE
  }

  /** What a metric is called; {@code unit} as UCUM writes it. */
  private record Name(String name, String unit, String description) {}

  /**
   * Writes a line.
   *
   * @param key what {@code Identity} calls the JVM
   * @param report of one JVM
   */
  public static void write(String key, Report report, Writer writer) throws IOException {
    Span span = Span.of(report.findings());
    OtlpJson.line(
        writer,
        json ->
            json.array(
                "resourceMetrics",
                () ->
                    json.element(
                        () -> {
                          OtlpResource.write(json, key, span.jvm());
                          json.array(
                              "scopeMetrics",
                              () ->
                                  json.element(
                                      () -> {
                                        json.object(
                                            "scope", () -> json.text("name", "dev.rollcall"));
                                        json.array(
                                            "metrics",
                                            () -> new OtlpMetrics(json, span).all(report));
                                      }));
                          json.text("schemaUrl", OtlpJson.SCHEMA);
                        })));
  }

  private void all(Report report) throws IOException {
    Findings listed = report.listed();
    FindingTotals totals = report.findings().totals();
    total(Kind.COUNTER, "registered", "Resources that have been registered", totals.registered());
    total(Kind.COUNTER, "released", "Resources that have been unregistered", totals.unregistered());
    total(
        Kind.COUNTER,
        "unfollowed",
        "Resources of which the recordings have no steps, for their settings give a budget of lives",
        totals.following().unfollowed());
    total(
        Kind.GAUGE,
        "live",
        "Resources that were registered and not unregistered when the recordings ended",
        Math.max(0, totals.registered() - totals.unregistered()));
    counts(
        Kind.COUNTER,
        resources("misused", "Misuses of resources"),
        listed.misuses().stream()
            .collect(
                Collectors.groupingBy(
                    MisuseFinding::type,
                    TreeMap::new,
                    Collectors.summingLong(MisuseFinding::count))));
    leaked(listed);
    open(listed);
    long incomplete = listed.recordings().stream().filter(read -> !read.isComplete()).count();
    counts(
        Kind.GAUGE,
        new Name("rollcall.recordings.read", "{recording}", "Recordings of the JVM that were read"),
        none(listed.recordings().size()));
    counts(
        Kind.GAUGE,
        new Name(
            "rollcall.recordings.incomplete",
            "{recording}",
            "Recordings of which something is missing, so that more may have leaked"),
        none(incomplete));
  }

  private void leaked(Findings listed) throws IOException {
    counts(
        Kind.GAUGE,
        resources("leaked", "Resources that leaked, without those suppressed or known before"),
        listed.groups().stream()
            .collect(
                Collectors.groupingBy(
                    LeakFinding::type, TreeMap::new, Collectors.summingLong(LeakFinding::count))));
    counts(
        Kind.GAUGE,
        new Name(
            "rollcall.resources.leaked_bytes",
            "By",
            "Bytes that the leaked hold, as far as that is known"),
        listed.groups().stream()
            .collect(
                Collectors.groupingBy(
                    LeakFinding::type, TreeMap::new, Collectors.summingLong(LeakFinding::bytes))));
  }

  private void open(Findings listed) throws IOException {
    counts(
        Kind.GAUGE,
        resources("open", "Resources that were open when the recordings ended, which is no leak"),
        listed.open().groups().stream()
            .collect(
                Collectors.groupingBy(
                    OpenFinding::type, TreeMap::new, Collectors.summingLong(OpenFinding::count))));
    counts(
        Kind.GAUGE,
        resources("overdue", "Live resources that are older than expected"),
        listed.open().groups().stream()
            .collect(
                Collectors.groupingBy(
                    OpenFinding::type,
                    TreeMap::new,
                    Collectors.summingLong(open -> open.ages().overdue()))));
    SortedMap<String, Double> oldest = new TreeMap<>();
    for (LeakFinding group : listed.groups()) {
      oldest.merge(group.type(), group.oldestMillis() / 1e3, Math::max);
    }
    for (OpenFinding open : listed.open().groups()) {
      oldest.merge(open.type(), open.ages().ages().oldestMillis() / 1e3, Math::max);
    }
    oldest.values().removeIf(age -> age == 0);
    reals(new Name("rollcall.resources.oldest", "s", "Age of the oldest live resource"), oldest);
    SortedMap<String, Double> growth = new TreeMap<>();
    for (Growth one : listed.open().growth()) {
      if (one.fingerprint() == null) {
        growth.put(one.type(), one.perMinute());
      }
    }
    reals(
        new Name(
            "rollcall.resources.growth",
            "{resource}/min",
            "By how many the fewest that are live become more a minute"),
        growth);
  }

  private static Name resources(String name, String description) {
    return new Name("rollcall.resources." + name, RESOURCES, description);
  }

  /** One value that is of no type. */
  private static SortedMap<String, Long> none(long value) {
    return new TreeMap<>(Map.of("", value));
  }

  private void total(Kind kind, String name, String description, long value) throws IOException {
    counts(kind, resources(name, description), none(value));
  }

  /** By type. Where there is none, 0 without a type says so: an alert ends when it sees that. */
  private void counts(Kind kind, Name name, SortedMap<String, Long> values) throws IOException {
    metric(
        kind,
        name,
        () -> {
          for (Map.Entry<String, Long> value : (values.isEmpty() ? none(0) : values).entrySet()) {
            point(value.getKey(), () -> json.large("asInt", value.getValue()));
          }
        });
  }

  private void reals(Name name, SortedMap<String, Double> values) throws IOException {
    if (!values.isEmpty()) {
      metric(
          Kind.GAUGE,
          name,
          () -> {
            for (Map.Entry<String, Double> value : values.entrySet()) {
              point(value.getKey(), () -> json.real("asDouble", value.getValue()));
            }
          });
    }
  }

  private void metric(Kind kind, Name name, OtlpJson.Content points) throws IOException {
    json.element(
        () -> {
          json.text("name", name.name);
          json.text("description", name.description);
          json.text("unit", name.unit);
          json.object(
              kind == Kind.COUNTER ? "sum" : "gauge",
              () -> {
                json.array("dataPoints", points);
                if (kind == Kind.COUNTER) {
                  json.small("aggregationTemporality", CUMULATIVE);
                  json.flag("isMonotonic", true);
                }
              });
        });
  }

  private void point(String type, OtlpJson.Content value) throws IOException {
    json.element(
        () -> {
          json.array("attributes", () -> json.attribute("type", type));
          json.large("startTimeUnixNano", span.start());
          json.large("timeUnixNano", span.end());
          value.write();
        });
  }
}
