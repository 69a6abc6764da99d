package dev.rollcall.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LabelsTest {
  @Test
  void whatIsWrittenIsReadBack() {
    Labels labels = Labels.of("version=1.4,service=shop");

    assertThat(labels.text()).isEqualTo("service=shop,version=1.4");
    assertThat(labels.inWords()).isEqualTo("service=shop, version=1.4");
    assertThat(Labels.of(labels.text())).isEqualTo(labels);
    assertThat(Labels.of("")).isSameAs(Labels.NONE);
  }

  @Test
  void whatCannotBeALabelIsLeftOut() {
    assertThat(Labels.of("a=1,,b,=c,d d=1,e=\u001b[31m,f=,g=2").text()).isEqualTo("a=1,g=2");
    assertThat(Labels.of("k=" + "v".repeat(10_000))).isEqualTo(Labels.NONE);
    assertThat(
            Labels.of(
                    IntStream.range(0, 1_000)
                        .mapToObj(i -> "k" + i + "=v")
                        .collect(Collectors.joining(",")))
                .values())
        .hasSize(16);
  }
}
