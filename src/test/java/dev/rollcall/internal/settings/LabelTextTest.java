package dev.rollcall.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rollcall.common.Labels;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The labels of a JVM, as they are written and as the environment has them. */
class LabelTextTest {
  private static String labels(String text, Map<String, String> environment) {
    return LabelText.parse(text, environment::get).text();
  }

  private static String env(String... variables) {
    Map<String, String> environment =
        IntStream.range(0, variables.length / 2)
            .boxed()
            .collect(Collectors.toMap(i -> variables[2 * i], i -> variables[2 * i + 1]));
    return labels("env", environment);
  }

  @Test
  void areSortedByTheirKeys() {
    assertThat(labels("service=shop,version=1.4, pod = shop-7f9 ", Map.of()))
        .isEqualTo("pod=shop-7f9,service=shop,version=1.4");
    assertThat(labels("", Map.of())).isEmpty();
    assertThat(labels("build=a=b c", Map.of())).isEqualTo("build=a=b c");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "shop|'shop' is not a label: use key=value, as in service=shop,version=1.4, or env for"
            + " those of the environment",
        "a=1,,b=2|'' is not a label: use key=value, as in service=shop,version=1.4, or env for"
            + " those of the environment",
        "=x|'' is not the key of a label: use letters, digits, dots, dashes and underscores, 64 at"
            + " most",
        "a b=x|'a b' is not the key of a label: use letters, digits, dots, dashes and underscores,"
            + " 64 at most",
        "a=|the value of the label a is not usable: use 1 to 256 printable characters without a"
            + " comma",
        "a=1,a=2|the label a is there twice: leave one of them out"
      })
  void whatIsWrongIsRefusedInOneSentence(String text, String sentence) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> labels(text, Map.of()))
        .withMessage(sentence);
  }

  @Test
  void theirNumberAndLengthAreBounded() {
    String many =
        IntStream.range(0, 17).mapToObj(i -> "k" + i + "=v").collect(Collectors.joining(","));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> labels(many, Map.of()))
        .withMessage("17 labels are too many: use 16 or fewer");
    assertThat(labels("k=" + "v".repeat(256), Map.of())).hasSize(258);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> labels("k=" + "v".repeat(257), Map.of()))
        .withMessageStartingWith("the value of the label k is not usable");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> labels("k".repeat(65) + "=v", Map.of()))
        .withMessageEndingWith("underscores, 64 at most");
  }

  @ParameterizedTest
  @CsvSource({"'\u001b[31m'", "'a\nb'", "'\u202eevil'"})
  void whatATerminalWouldObeyIsRefused(String value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> labels("a=" + value + "x", Map.of()))
        .withMessageStartingWith("the value of the label a is not usable");
  }

  @Test
  void nothingOfTheEnvironmentIsReadUnlessItIsAskedFor() {
    assertThat(
            LabelText.parse(
                "service=shop",
                name -> {
                  throw new AssertionError(name);
                }))
        .isEqualTo(Labels.of("service=shop"));
  }

  @Test
  void openTelemetrysAreTaken() {
    assertThat(
            env(
                "OTEL_SERVICE_NAME",
                "shop",
                "OTEL_RESOURCE_ATTRIBUTES",
                "service.name=other,service.version=1.4%2B7, k8s.pod.name = shop-7f9,"
                    + "k8s.replicaset.name=shop-7,team=blue"))
        .isEqualTo("k8s.replicaset.name=shop-7,pod=shop-7f9,service=shop,version=1.4+7");
    assertThat(env("OTEL_RESOURCE_ATTRIBUTES", "service.name=shop+1")).isEqualTo("service=shop+1");
  }

  @ParameterizedTest
  @CsvSource({"'service.name=a,service.version=%zz'", "'service.name=a,nonsense'"})
  void attributesThatCannotBeReadAreLeftOutAsAWhole(String attributes) {
    assertThat(env("OTEL_RESOURCE_ATTRIBUTES", attributes, "POD_NAME", "p")).isEqualTo("pod=p");
  }

  @Test
  void kubernetessAreTaken() {
    assertThat(env("POD_NAME", "p", "MY_POD_NAMESPACE", "n", "NODE_NAME", "m", "HOSTNAME", "h"))
        .isEqualTo("namespace=n,node=m,pod=p");
    assertThat(env("HOSTNAME", "shop-7f9")).isEmpty();
    assertThat(env("HOSTNAME", "shop-7f9", "KUBERNETES_SERVICE_HOST", "10.0.0.1"))
        .isEqualTo("pod=shop-7f9");
  }

  @Test
  void whatIsWrittenGoesFirst() {
    assertThat(labels("env,service=till", Map.of("OTEL_SERVICE_NAME", "shop", "POD_NAME", "p")))
        .isEqualTo("pod=p,service=till");
  }

  @Test
  void noVariableStopsTheProgram() {
    String many =
        IntStream.range(0, 40).mapToObj(i -> "k8s.l" + i + "=v").collect(Collectors.joining(","));
    assertThat(Labels.of(env("OTEL_RESOURCE_ATTRIBUTES", many, "OTEL_SERVICE_NAME", "s")).values())
        .hasSize(16)
        .containsEntry("service", "s");
    assertThat(
            env("OTEL_SERVICE_NAME", "a,b\u001b[31m" + "\ud83d", "POD_NAME", " ", "NODE_NAME", "ö"))
        .isEqualTo("node=ö,service=a_b_[31m_");
    assertThat(env("OTEL_SERVICE_NAME", "x".repeat(1_000))).hasSize("service=".length() + 256);
  }
}
