package dev.rollcall.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.analysis.finding.History;
import dev.rollcall.analysis.finding.Step.Kind;
import dev.rollcall.recording.Totals;
import dev.rollcall.report.Lives;
import java.util.List;
import org.junit.jupiter.api.Test;

/** In which order a life is told, and what its steps are called. */
class StepOrderTest {
  private static List<Kind> steps(Events events) {
    return events.history(1).steps().stream().map(step -> step.kind()).toList();
  }

  @Test
  void whatTheCollectorRevealedLaterIsToldLater() {
    Events events =
        new Events().register(1).check(5, "exit", new Totals(1, 0, 1, 0)).leak(5, 1).lost(1);

    assertThat(steps(events)).containsExactly(Kind.REGISTER, Kind.LEAK, Kind.LOST);
    Events earlier =
        new Events().register(1).lost(1).check(5, "exit", new Totals(1, 0, 1, 0)).leak(5, 1);
    assertThat(steps(earlier)).containsExactly(Kind.REGISTER, Kind.LOST, Kind.LEAK);
  }

  @Test
  void aUseIsAUseAndNoTouch() {
    History history = new Events().register(1).touch(1, "used", 1).use(1, 2).history(1);

    assertThat(history.steps())
        .extracting(step -> step.kind())
        .containsExactly(Kind.REGISTER, Kind.TOUCH, Kind.USE);
    assertThat(Lives.of(history))
        .contains("  main    touch            com.acme.Server.use(Server.java:42): used\n")
        .contains("  main    use              com.acme.Server.use(Server.java:42)\n");
  }
}
