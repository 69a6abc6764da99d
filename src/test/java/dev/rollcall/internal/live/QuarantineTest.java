package dev.rollcall.internal.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.rollcall.LeakChecker;
import dev.rollcall.LeakMode;
import dev.rollcall.SiteMode;
import dev.rollcall.internal.ActiveChecker;
import dev.rollcall.internal.check.Explain;
import dev.rollcall.testing.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What is remembered of the ends of resources. */
class QuarantineTest {
  private final ActiveChecker checker = (ActiveChecker) LeakChecker.builder().build();
  private final Quarantine quarantine = new Quarantine();

  private Quarantine.End end(Object resource, long id) {
    Entry entry = new Entry(resource, id, checker.state.types.get(resource.getClass()), null);
    return new Quarantine.End(entry, "a thread", 17, null);
  }

  @Test
  void remembersTheLatestEnd() {
    Object resource = new Object();
    quarantine.add(resource, end(resource, 1));
    quarantine.add(resource, end(resource, 2));

    Quarantine.End end = Objects.requireNonNull(quarantine.of(resource));
    assertThat(end.entry().id).isEqualTo(2);
    assertThat(end.thread()).isEqualTo("a thread");
    assertThat(end.time()).isEqualTo(17);
  }

  @Test
  void knowsNothingOfOthers() {
    assertThat(quarantine.of(new Object())).isNull();
    List<Object> many = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      Object resource = new Object();
      many.add(resource);
      quarantine.add(resource, end(resource, i));
    }
    // Bounded, and never wrong: each is known as itself or not at all.
    long known = 0;
    for (int i = 0; i < many.size(); i++) {
      Quarantine.End end = quarantine.of(many.get(i));
      if (end != null) {
        known++;
        assertThat(end.entry().id).isEqualTo(i);
      }
    }
    assertThat(known).isBetween(1L, 1024L);
    assertThat(quarantine.of(new Object())).isNull();
  }

  @Test
  void keepsNoResourceAlive() {
    Object resource = new Object();
    Quarantine.End end = end(resource, 1);
    quarantine.add(resource, end);
    end.entry().clear();

    assertThat(quarantine.of(resource)).isNull();
  }

  @Test
  void withBothSitesTheFirstReleaseIsShown() {
    LeakChecker both = LeakChecker.builder().mode(LeakMode.FAIL).sites(SiteMode.BOTH).build();
    Object resource = new Object();
    both.register(resource);
    Program.close(both, resource);

    assertThatIllegalStateException()
        .isThrownBy(() -> both.unregister(resource))
        .withMessageMatching(
            "java.lang.Object 0x[0-9a-f]+ was unregistered a second time; it ended (under )?[0-9.]+"
                + " s ago in thread .* at"
                + " dev.rollcall.testing.Program.close\\(Program.java:\\d+\\)");
  }

  @Test
  void withoutTheTraceItIsShownAsBefore() {
    ActiveChecker both =
        (ActiveChecker) LeakChecker.builder().mode(LeakMode.FAIL).sites(SiteMode.BOTH).build();
    Object resource = new Object();
    both.register(resource);
    Program.close(both, resource);
    Quarantine.End before = Objects.requireNonNull(both.state.lately.of(resource));
    both.state.lately.forgetTraces(before.time());
    assertThat(both.state.lately.of(resource)).isSameAs(before);

    both.state.lately.forgetTraces(before.time() + 1);

    Quarantine.End after = Objects.requireNonNull(both.state.lately.of(resource));
    assertThat(after.entry().detail()).isNull();
    assertThat(after.entry().hasEnded()).isTrue();
    assertThat(after.place()).isNotNull().isNotInstanceOf(Trace.class);
    assertThat(Explain.doubleUnregister(after, Object.class))
        .isEqualTo(Explain.doubleUnregister(before, Object.class))
        .contains(" at dev.rollcall.testing.Program.close(Program.java:");
  }
}
