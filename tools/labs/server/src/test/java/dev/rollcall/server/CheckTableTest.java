package dev.rollcall.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class CheckTableTest {
  @Test
  void theColumnsAreAligned() {
    assertThat(
            CheckTable.text(
                List.of(
                    new Check("leaks", "watch shows depot.Lease", true, "2 open"),
                    new Check("healthy", "nothing grows", false, "depot.Rate"))))
        .isEqualTo(
            """
            ok      leaks    watch shows depot.Lease  2 open
            FAILED  healthy  nothing grows            depot.Rate
            """);
  }
}
