package dev.rollcall.internal.exit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.testing.ChildJvm;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Memory is gone when the process ends: the report is whole, or the short one, and never none. */
class SpentMemoryTest {
  private static final String LEAKED = "LEAK: 3 of 8 registered resources were never released";

  @ParameterizedTest
  @CsvSource({
    "heap, throw, -XX:+UseSerialGC, fail, 86",
    "heap, throw, -XX:+UseSerialGC, warn, 1",
    "heap, throw, -XX:+UseG1GC, fail, 86",
    "heap, again, -XX:+UseG1GC, fail, 86",
    "metaspace, throw, -XX:MaxMetaspaceSize=24m, fail, 86",
    "metaspace, throw, -XX:MaxMetaspaceSize=24m, warn, 1"
  })
  void theReportAndTheStatusAreThere(
      String what, String how, String option, String mode, int status) throws Exception {
    ChildJvm.Ended ended =
        new ChildJvm()
            .options("-Xmx32m", option, "-Drollcall.mode=" + mode)
            .run(SpentProgram.class, what, how)
            .with(status);

    assertThat(ended.err()).contains(LEAKED).doesNotContain("in thread \"rollcall-");
  }

  /** As on a busy machine, where hardly any time is left beside the collector's. */
  @Test
  void theJvmFindsWhatItNeedsThoughTheCollectorRefusesIt() throws Exception {
    ChildJvm.Ended ended =
        new ChildJvm()
            .options("-Xmx32m", "-XX:+UseG1GC", "-XX:GCTimeLimit=1", "-Drollcall.mode=fail")
            .run(SpentProgram.class, "heap", "throw")
            .with(86);

    assertThat(ended.err()).contains(LEAKED, "Exception in thread \"main\"");
  }

  @Test
  void theWatchingThreadGoesOnWhenMemoryIsBack() throws Exception {
    ChildJvm.Ended ended =
        new ChildJvm()
            .options("-Xmx32m", "-XX:+UseSerialGC", "-Drollcall.mode=fail")
            .run(SpentProgram.class, "heap", "recover")
            .with(86);

    assertThat(ended.out()).contains("recovered");
    assertThat(ended.err()).contains(LEAKED + ", in 2 groups");
  }

  /** Only what is offered to a logger, after the report, may still load classes of ours. */
  @Test
  void nothingIsLoadedForTheReport() throws Exception {
    List<String> lines =
        new ChildJvm()
            .options("-Xlog:class+load", "-Drollcall.mode=fail")
            .run(SpentProgram.class, "nothing", "throw")
            .with(86)
            .out()
            .lines()
            .toList();

    Stream<String> late =
        lines.stream()
            .dropWhile(line -> !line.startsWith("the end: "))
            .filter(line -> line.contains("dev.rollcall."))
            .skip(1);
    assertThat(late).allMatch(line -> line.contains("dev.rollcall.internal.outside.Log"));
  }
}
