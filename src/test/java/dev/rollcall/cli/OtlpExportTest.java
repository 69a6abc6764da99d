package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.util.JsonFormat;
import dev.rollcall.testing.ChildJvm;
import dev.rollcall.testing.Regions;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.LogsData;
import io.opentelemetry.proto.metrics.v1.MetricsData;
import io.opentelemetry.proto.resource.v1.Resource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code rollcall export --otlp}: a line for each JVM, whatever it is given. */
final class OtlpExportTest extends CommandTest {
  @TempDir private static Path recordings = Path.of("");

  @BeforeAll
  static void run() throws Exception {
    record("shop", "service=shop,version=1.4,pod=shop-0,namespace=web,team=tills,environment=live");
    record("cart", "service=cart,instance=cart-7");
  }

  private static void record(String name, String labels) throws Exception {
    ChildJvm.Ended ended =
        new ChildJvm()
            .options(
                "-Drollcall.mode=warn",
                "-Drollcall.labels=" + labels,
                "-XX:StartFlightRecording:filename=" + recordings.resolve(name + ".jfr"),
                "-Xlog:jfr+startup=off")
            .run(Regions.class);
    assertThat(ended.with(0).err()).contains("LEAK: ");
  }

  private static String recording(String name) {
    return recordings.resolve(name + ".jfr").toString();
  }

  private List<Resource> logs(Path file) throws IOException {
    List<Resource> resources = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      LogsData.Builder read = LogsData.newBuilder();
      JsonFormat.parser().merge(line, read);
      assertThat(read.getResourceLogs(0).getScopeLogs(0).getLogRecordsList()).isNotEmpty();
      resources.add(read.getResourceLogs(0).getResource());
    }
    return resources;
  }

  private static Map<String, String> texts(Resource resource) {
    Map<String, String> texts = new TreeMap<>();
    for (KeyValue attribute : resource.getAttributesList()) {
      assertThat(texts.put(attribute.getKey(), attribute.getValue().getStringValue())).isNull();
    }
    return texts;
  }

  @Test
  void eachJvmByItsLabels() throws Exception {
    Path to = directory.resolve("new/otlp");

    assertThat(run("export", "--otlp", to.toString(), recordings.toString())).isZero();
    assertOneSentence("wrote 2 JVMs, 4 causes, to " + to.resolve("logs.jsonl") + " and metrics");
    List<Map<String, String>> resources =
        logs(to.resolve("logs.jsonl")).stream().map(OtlpExportTest::texts).toList();
    assertThat(resources)
        .hasSize(2)
        .anySatisfy(
            shop ->
                assertThat(shop)
                    .containsEntry("service.name", "shop")
                    .containsEntry("service.version", "1.4")
                    .containsEntry("k8s.pod.name", "shop-0")
                    .containsEntry("k8s.namespace.name", "web")
                    .containsEntry("deployment.environment.name", "live")
                    .containsEntry("team", "tills")
                    .containsEntry("service.instance.id", shop.get("rollcall.jvm"))
                    .containsKeys("process.pid", "process.creation.time"))
        .anySatisfy(
            cart ->
                assertThat(cart)
                    .containsEntry("service.name", "cart")
                    .containsEntry("service.instance.id", "cart-7"));
    List<String> metrics = Files.readAllLines(to.resolve("metrics.jsonl"));
    assertThat(metrics).hasSize(2);
    for (String line : metrics) {
      MetricsData.Builder read = MetricsData.newBuilder();
      JsonFormat.parser().merge(line, read);
      assertThat(resources).contains(texts(read.getResourceMetrics(0).getResource()));
    }
  }

  /** Whatever order they are named in, and from reports as from recordings. */
  @Test
  void theSameInputGivesTheSameBytes() throws Exception {
    Path one = directory.resolve("one");
    Path other = directory.resolve("other");

    assertThat(run("export", "--otlp", one.toString(), recording("shop"), recording("cart")))
        .isZero();
    assertThat(run("export", "--otlp", other.toString(), recording("cart"), recording("shop")))
        .isZero();
    for (String name : List.of("logs.jsonl", "metrics.jsonl")) {
      assertThat(other.resolve(name)).hasSameBinaryContentAs(one.resolve(name));
    }
    assertThat(run("report", "-o", target("shop.json"), "--format", "json", recording("shop")))
        .isEqualTo(1);
    assertThat(run("export", "--otlp", one.toString(), recording("shop"))).isZero();
    assertThat(run("export", "--otlp", other.toString(), target("shop.json"))).isZero();
    assertThat(other.resolve("logs.jsonl")).hasSameBinaryContentAs(one.resolve("logs.jsonl"));
  }

  @Test
  void whatDoesNotCountIsLeftOut() throws Exception {
    Path to = directory.resolve("otlp");
    String rules = Files.writeString(directory.resolve("r.txt"), "type * \"all\"\n").toString();

    assertThat(run("export", "--otlp", to.toString(), "--suppressions", rules, recording("shop")))
        .isZero();
    assertThat(to.resolve("logs.jsonl")).isEmptyFile();
    assertThat(run("export", "--otlp", to.toString(), "--redact", "labels", recording("shop")))
        .isZero();
    assertThat(to.resolve("logs.jsonl")).isNotEmptyFile().content().doesNotContain("shop-0");
  }

  @Test
  void whatCannotBe() throws IOException {
    String file = Files.writeString(directory.resolve("file"), "").toString();

    assertThat(run("export", "--otlp", file, recording("shop"))).isEqualTo(2);
    assertOneSentence("--otlp " + file + " is a file; name a directory");
    assertThat(run("export", "--otlp", target("to"), "--jmc", recording("shop"))).isEqualTo(2);
    assertOneSentence("one of --async-profiler, --jmc, --parquet DIR and --otlp DIR");
    assertThat(run("export", "--otlp", target("to"), "--parquet", target("p"), "x.jfr"))
        .isEqualTo(2);
    assertThat(run("export", "--otlp", target("to"), "-o", target("x"), recording("shop")))
        .isEqualTo(2);
    assertOneSentence("--output names one file, and --otlp a directory of many;");
    assertThat(run("export", "--otlp", target("to"), "--examples", "1", recording("shop")))
        .isEqualTo(2);
    assertOneSentence("--examples is for tables: --otlp writes no lives; leave it out");
    assertThat(run("export", "--otlp", target("to"), "nowhere.jfr")).isEqualTo(3);
    assertThat(directory.resolve("to")).doesNotExist();
  }
}
