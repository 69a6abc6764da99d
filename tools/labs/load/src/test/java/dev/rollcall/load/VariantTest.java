package dev.rollcall.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
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
  void theRecorderHasTheOptionsThatTheManualRecommends() {
    Path file = Path.of("a.jfr");
    assertThat(Variant.RECORDED.jvmOptions(file))
        .contains("-XX:FlightRecorderOptions:memorysize=100m,maxchunksize=100m");
    assertThat(Variant.SMALL_CHUNKS.jvmOptions(file))
        .contains("-XX:FlightRecorderOptions:memorysize=100m");
  }
}
