package dev.rollcall.agent.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class OpeningTest {
  @Test
  void theOutermostGetsWhatWasOpenedOnTheWay() {
    Opening.begin(true);
    Opening.opened("log");
    Opening.begin(true);
    Opening.opened("socket");

    assertThat(Opening.end()).as("something around it is still being opened").isNull();
    assertThat(Opening.isUnderWay()).isTrue();
    assertThat(Opening.end()).containsExactly("log", "socket");
    assertThat(Opening.isUnderWay()).isFalse();
  }

  @Test
  void whatIsOpenedByItselfBelongsToNothing() {
    Opening.opened("file");
    Opening.begin(true);

    assertThat(Opening.end()).isEmpty();
  }

  @Test
  void anEndWithoutABeginningIsNone() {
    assertThat(Opening.end()).isNull();
    Opening.begin(true);
    assertThat(Opening.end()).isEqualTo(List.of());
    assertThat(Opening.end()).isNull();
  }

  @Test
  void eachThreadOpensItsOwn() throws Exception {
    Opening.begin(true);
    Thread other = new Thread(() -> Opening.opened("other's"));
    other.start();
    other.join();

    assertThat(Opening.end()).isEmpty();
  }
}
