package dev.rollcall.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class SwingTest {
  @Test
  void goesUpAndDown() {
    Swing swing = new Swing(10, 100, 60);

    assertThat(swing.at(0)).isEqualTo(10, within(1e-9));
    assertThat(swing.at(15)).isEqualTo(55, within(1e-9));
    assertThat(swing.at(30)).isEqualTo(100, within(1e-9));
    assertThat(swing.at(60)).isEqualTo(10, within(1e-9));
  }
}
