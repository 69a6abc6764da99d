package dev.rollcall.diagnosis.way;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.diagnosis.Lives;
import org.junit.jupiter.api.Test;

class CallPathTest {
  @Test
  void aStepWithinTheReleaseOfAnotherResourceIsNested() {
    String test = "dev.rollcall.junit.LeakCheckExtension.around A.test ";

    assertThat(CallPath.of(Lives.site(test + "B.open"), "").nested()).isFalse();
    assertThat(CallPath.of(Lives.site(test + "dev.rollcall.RefCounted.release B.end"), "").nested())
        .isTrue();
  }
}
