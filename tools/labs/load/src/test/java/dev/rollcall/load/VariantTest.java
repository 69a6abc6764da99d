package dev.rollcall.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class VariantTest {
  @Test
  void eachHasAWord() {
    for (Variant variant : Variant.values()) {
      assertThat(Variant.of(variant.word())).isEqualTo(variant);
    }
    assertThat(Variant.WARN_NO_SITES.word()).isEqualTo("warn-no-sites");
    assertThatThrownBy(() -> Variant.of("fast"))
        .hasMessageContaining("\"fast\": use one of nothing,");
  }

  @Test
  void theSettingsFilesAreMeasuredAsTheyAreShipped() {
    Path file = Path.of("a.jfr");
    assertThat(Variant.RECORDED.jvmOptions(file))
        .contains("-XX:StartFlightRecording:settings=jfc/rollcall.jfc,maxsize=0,filename=a.jfr");
    assertThat(Variant.PRODUCTION.jvmOptions(file))
        .contains(
            "-XX:StartFlightRecording:settings=jfc/rollcall-production.jfc,maxsize=0,filename=a.jfr");
  }

  @Test
  void whatHasATargetIsMeasuredWithTheDefaultsOfTheRecorder() {
    Path file = Path.of("a.jfr");
    for (Target target : Target.ALL) {
      assertThat(target.ours().jvmOptions(file))
          .filteredOn(option -> option.startsWith("-XX:FlightRecorderOptions"))
          .containsExactly("-XX:FlightRecorderOptions:memorysize=100m");
    }
  }

  @Test
  void largeChunksAreMeasuredAsAdvice() {
    for (Variant variant : List.of(Variant.NO_STACKS_LARGE_CHUNKS, Variant.RECORDED_LARGE_CHUNKS)) {
      assertThat(variant.label).startsWith("as advised").contains("maxchunksize=100m");
      assertThat(variant.jvmOptions(Path.of("a.jfr")))
          .contains("-XX:FlightRecorderOptions:memorysize=100m,maxchunksize=100m");
    }
  }

  @Test
  void aWholeRunHasAllThatTargetsCompare() {
    for (Target target : Target.ALL) {
      assertThat(Variant.ofWholeRun()).contains(target.ours(), target.theirs());
    }
  }
}
