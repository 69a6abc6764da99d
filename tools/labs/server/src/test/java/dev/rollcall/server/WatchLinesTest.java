package dev.rollcall.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rollcall.server.Seen.Row;
import org.junit.jupiter.api.Test;

final class WatchLinesTest {
  @Test
  void readsEachTypeAtEachTime() {
    String text =
        "2026-11-29T17:00:00Z pid=7 type=depot.Lease open=3 oldest=61.5s growth=- overdue=2\n"
            + "2026-11-29T17:00:05Z pid=7 type=depot.Buffer open=24 oldest=9.0s growth=+12.5/min"
            + " overdue=0\n";

    assertThat(WatchLines.rows(text))
        .containsExactly(
            new Row("depot.Lease", 3, 61.5, false, 2), new Row("depot.Buffer", 24, 9, true, 0));
  }

  @Test
  void whatShrinksDoesNotGrow() {
    assertThat(WatchLines.rows("type=a.B open=1 oldest=- growth=-3.0/min overdue=0"))
        .containsExactly(new Row("a.B", 1, 0, false, 0));
  }

  @Test
  void otherLinesAreNoRows() {
    assertThat(WatchLines.rows("JVM 7 has ended\n")).isEmpty();
  }

  @Test
  void aLineOfAnotherKindIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WatchLines.rows("type=a.B open=1 oldest=3 growth=- overdue=0"))
        .withMessageContaining("a number in s is wanted");
    assertThatIllegalArgumentException().isThrownBy(() -> WatchLines.rows("type=a.B open="));
  }
}
