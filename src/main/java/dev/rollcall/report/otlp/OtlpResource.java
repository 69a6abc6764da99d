package dev.rollcall.report.otlp;

import dev.rollcall.common.Labels;
import dev.rollcall.recording.Jvm;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The JVM that a line is of, as OpenTelemetry names what telemetry is of. */
final class OtlpResource {
  /** Of which program it is, where nobody said it; the specification has the word. */
  private static final String UNKNOWN = "unknown_service:java";

  private static final String SERVICE = "service.name";
  private static final String INSTANCE = "service.instance.id";
  private static final long SECOND = 1_000_000_000;

  /** What our short labels are called there. All others keep their names. */
  private static final Map<String, String> NAMES =
      Map.of(
          "service",
          SERVICE,
          "version",
          "service.version",
          "instance",
          INSTANCE,
          "environment",
          "deployment.environment.name",
          "pod",
          "k8s.pod.name",
          "namespace",
          "k8s.namespace.name",
          "node",
          "k8s.node.name",
          "container",
          "k8s.container.name",
          "cluster",
          "k8s.cluster.name");

  private OtlpResource() {}

  /**
   * Writes it.
   *
   * @param key what {@code Identity} calls the JVM
   * @param jvm {@code null} where it is not known
   */
  static void write(OtlpJson json, String key, @Nullable Jvm jvm) throws IOException {
    Map<String, String> labels = new TreeMap<>();
    labels.put(SERVICE, UNKNOWN);
    labels.put(INSTANCE, key);
    (jvm == null ? Labels.NONE : jvm.labels())
        .values()
        .forEach((label, value) -> labels.put(NAMES.getOrDefault(label, label), value));
    json.object(
        "resource",
        () ->
            json.array(
                "attributes",
                () -> {
                  for (Map.Entry<String, String> label : labels.entrySet()) {
                    json.attribute(label.getKey(), label.getValue());
                  }
                  if (jvm != null) {
                    process(json, jvm);
                  }
                  json.attribute("rollcall.jvm", key);
                }));
  }

  private static void process(OtlpJson json, Jvm jvm) throws IOException {
    if (jvm.startedAt() > 0) {
      json.attribute(
          "process.creation.time",
          Instant.ofEpochSecond(jvm.startedAt() / SECOND, jvm.startedAt() % SECOND).toString());
    }
    json.attribute("process.pid", jvm.pid());
    json.attribute("process.runtime.name", jvm.name());
    json.attribute("process.runtime.description", jvm.version());
  }
}
