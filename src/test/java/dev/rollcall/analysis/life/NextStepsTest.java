package dev.rollcall.analysis.life;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.analysis.Events;
import dev.rollcall.analysis.JvmLog;
import dev.rollcall.recording.LifecycleEvent;
import dev.rollcall.recording.LifecycleEvent.Registered;
import dev.rollcall.recording.LifecycleEvent.Touched;
import dev.rollcall.recording.Moment;
import dev.rollcall.recording.ThreadRef;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class NextStepsTest {
  private static final ThreadRef MAIN = new ThreadRef("main", 1);
  private static final ThreadRef OTHER = new ThreadRef("other", 2);

  private static Moment at(long time, ThreadRef thread) {
    return new Moment(time, thread, Events.site("at" + time));
  }

  private static LifecycleEvent register(long id, Moment moment) {
    return new Registered(moment, 0, id, Events.TYPE, null);
  }

  private static LifecycleEvent touch(long id, Moment moment, int sequence) {
    return new Touched(moment, 0, id, Events.TYPE, null, sequence);
  }

  private static @Nullable Moment sequelOfFirst(LifecycleEvent... events) {
    JvmLog log = new JvmLog();
    List.of(events).forEach(log);
    Life first = requireNonNull(log.checkers().iterator().next().find(1));
    return first.sequel();
  }

  @Test
  void whatTheThreadDidNextWithAnotherResourceIsNoted() {
    Moment next = at(3, MAIN);

    assertThat(
            sequelOfFirst(
                register(1, at(1, MAIN)),
                touch(1, at(2, MAIN), 1),
                register(2, next),
                register(3, at(4, MAIN))))
        .isSameAs(next);
  }

  /** A thread goes on in the next chunk, and in the one after that. */
  @Test
  void whatTheThreadDidInALaterChunkIsNotedToo() {
    Moment next = at(5, MAIN);
    JvmLog log = new JvmLog();
    for (LifecycleEvent event :
        List.of(
            register(1, at(1, MAIN)),
            register(2, at(2, OTHER)),
            touch(1, at(3, MAIN), 1),
            touch(2, at(4, OTHER), 1),
            register(3, next),
            register(4, at(6, MAIN)))) {
      JvmLog part = log.part();
      part.add(event);
      log.append(part);
    }

    Life first = requireNonNull(log.checkers().iterator().next().find(1));
    Life second = requireNonNull(log.checkers().iterator().next().find(2));
    assertThat(first.sequel()).isSameAs(next);
    assertThat(second.sequel()).isNull();
  }

  @Test
  void whatAnotherThreadDidIsNoSequel() {
    assertThat(sequelOfFirst(register(1, at(1, MAIN)), register(2, at(2, OTHER)))).isNull();
  }

  @Test
  void onlyWhatFollowsTheLastStepCounts() {
    assertThat(
            sequelOfFirst(
                register(1, at(1, MAIN)),
                touch(1, at(2, OTHER), 1),
                // The thread of the registration goes on; the one of the touch does not.
                register(2, at(3, MAIN))))
        .isNull();
  }

  @Test
  void timeThatGoesBackwardsIsNoSequel() {
    assertThat(sequelOfFirst(register(1, at(5, MAIN)), register(2, at(2, MAIN)))).isNull();
  }
}
