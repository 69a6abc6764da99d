package dev.rollcall.internal.open;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What grows whatever the load does. */
final class TrendTest {
  private static final Offset<Double> NEARLY = Offset.offset(0.4);

  private final Trend trend = new Trend();

  /** A load of {@code high} that comes and goes each minute, above what is never released. */
  private @Nullable Double perMinute(int samples, int high, double leakedEach) {
    for (int i = 0; i < samples; i++) {
      int load = i % 6 == 0 ? 0 : high * (i % 6) / 5;
      trend.add("T", load + (long) (leakedEach * i));
    }
    return trend.perMinute("T");
  }

  @Test
  void aLeakUnderALoadIsMeasured() {
    assertThat(perMinute(Trend.SAMPLES, 100, 1)).isCloseTo(6.0, NEARLY);
  }

  @Test
  void aLoadAloneGrowsNothing() {
    assertThat(perMinute(Trend.SAMPLES, 100, 0)).isZero();
  }

  @Test
  void whatIsReleasedShrinks() {
    for (int i = 0; i < Trend.SAMPLES; i++) {
      trend.add("T", 600 - 2 * i);
    }
    assertThat(trend.perMinute("T")).isCloseTo(-12.0, NEARLY);
  }

  @Test
  void onlyTheLastTenMinutesCount() {
    perMinute(Trend.SAMPLES, 0, 10);
    assertThat(perMinute(Trend.SAMPLES, 0, 0)).isZero();
  }

  @Test
  void inTheFirstTwoMinutesNothingIsSaid() {
    assertThat(perMinute(Trend.LEAST - 1, 0, 1)).isNull();
    assertThat(trend.perMinute("other")).isNull();
    trend.add("T", 11);
    assertThat(trend.perMinute("T")).isCloseTo(6.0, NEARLY);
  }

  @Test
  void aSampleIsDueEachTenSeconds() {
    assertThat(trend.isDue(5)).isTrue();
    assertThat(trend.isDue(5 + Trend.PERIOD_MILLIS - 1)).isFalse();
    assertThat(trend.isDue(5 + Trend.PERIOD_MILLIS)).isTrue();
    assertThat(trend.isDue(6 + Trend.PERIOD_MILLIS)).isFalse();
  }
}
