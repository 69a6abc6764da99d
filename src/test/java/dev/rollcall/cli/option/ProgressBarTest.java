package dev.rollcall.cli.option;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class ProgressBarTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private long now = 5_000;
  private final ProgressBar bar =
      new ProgressBar(new PrintStream(bytes, true, StandardCharsets.UTF_8), () -> now);

  private String shown() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void whatIsDoneWithinASecondShowsNothing() {
    now += 999;
    bar.at(50, 100, 1_000);
    bar.clear();

    assertThat(shown()).isEmpty();
  }

  @Test
  void showsHowMuchIsReadAtMostTenTimesASecond() {
    now += 1_000;
    bar.at(50, 100, 12_345);
    now += 99;
    bar.at(60, 100, 12_346);

    assertThat(shown()).isEqualTo("\r[###############...............]  50 %  12,345 events");
  }

  @Test
  void leavesNothingBehind() {
    now += 1_000;
    bar.at(0, 0, 1);
    int length = shown().length() - 1;
    bytes.reset();
    bar.clear();

    assertThat(shown()).isEqualTo("\r" + " ".repeat(length) + "\r");
  }
}
