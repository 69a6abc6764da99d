package dev.rollcall.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.LeakChecker;
import dev.rollcall.LeakGroup;
import dev.rollcall.common.Trigger;
import dev.rollcall.internal.ActiveChecker;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever looks at what lives knows whose it is by then. */
class BeforeCheckTest {
  private final ActiveChecker checker = (ActiveChecker) LeakChecker.builder().build();

  static List<Function<State, List<LeakGroup>>> looks() {
    return List.of(
        state -> RollCall.of(state, Trigger.DEMAND).groups(),
        RollCall::preview,
        state -> Unreported.take(state).groups());
  }

  @ParameterizedTest
  @MethodSource("looks")
  void anAdapterIsAskedWhoseTheResourcesAre(Function<State, List<LeakGroup>> look) {
    List<Object> owner = new ArrayList<>();
    Object part = new Object();
    checker.register(owner);
    checker.register(part);
    checker.beforeChecks("test", () -> checker.owned(part, owner));

    assertThat(look.apply(checker.state))
        .extracting(group -> group.type() + " " + group.direct())
        .containsExactlyInAnyOrder("java.util.ArrayList 1", "java.lang.Object 0");
  }

  /** Netty's adapter and the agent both have something to say; each says it once. */
  @ParameterizedTest
  @MethodSource("looks")
  void everyAdapterIsAskedOnce(Function<State, List<LeakGroup>> look) {
    List<String> asked = new ArrayList<>();
    checker.register(asked);
    checker.beforeChecks("netty", () -> asked.add("netty, before"));
    checker.beforeChecks("agent", () -> asked.add("agent"));
    checker.beforeChecks("netty", () -> asked.add("netty"));
    assertThat(look.apply(checker.state)).hasSize(1);

    assertThat(asked).containsExactly("netty", "agent");
  }
}
