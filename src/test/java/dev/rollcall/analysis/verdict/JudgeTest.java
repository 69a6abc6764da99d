package dev.rollcall.analysis.verdict;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.analysis.Events;
import dev.rollcall.analysis.finding.Verdict;
import dev.rollcall.analysis.life.CheckerLog;
import dev.rollcall.analysis.life.Fingerprints;
import dev.rollcall.analysis.life.Life;
import dev.rollcall.analysis.life.NextSteps;
import dev.rollcall.recording.LifecycleEvent.Condition;
import dev.rollcall.recording.LifecycleEvent.LiveFound;
import dev.rollcall.recording.LifecycleEvent.Registration;
import dev.rollcall.recording.Moment;
import dev.rollcall.recording.Site;
import dev.rollcall.recording.ThreadRef;
import dev.rollcall.recording.Totals;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a final check says by its silence, of lives that are followed and of those that are not. */
final class JudgeTest {
  private static final long START = 1_764_000_000_000_000_000L;
  private static final LostEnds NOTHING_LOST = new LostEnds(false, false);

  /** The moment of the n-th event that {@link Events} writes, counted from 1. */
  private static Moment moment(int n) {
    return new Moment(START + n * 1_000L, new ThreadRef("main", 1), Site.NONE);
  }

  /** One that a checkpoint found at the n-th moment. */
  private static LiveFound found(int n, long id, boolean ignored, boolean followed) {
    return new LiveFound(
        moment(n),
        0,
        id,
        Events.TYPE,
        new Condition(1, 1_500, false, null, 0, 0, followed),
        new Registration(START, "early", Site.NONE, null),
        0,
        ignored);
  }

  private static CheckerLog log(Events events) {
    CheckerLog log = new CheckerLog(0, life -> false, 100, new Fingerprints(), new NextSteps());
    events.inOrder().forEach(log::add);
    return log;
  }

  private static Life life(CheckerLog log, long id) {
    return requireNonNull(log.find(id));
  }

  private static Judge judge(CheckerLog log) {
    return new Judge(Ruling.of(log, NOTHING_LOST, Set.of()), false, NOTHING_LOST, true);
  }

  @Test
  void whatWasLastHeardOfBeforeTheCheckIsInItsNumbers() {
    CheckerLog log =
        log(
            new Events()
                .register(1)
                .check(5, "exit", new Totals(4, 3, 1, 0, 3, 3))
                .add(found(1, 2, false, false))
                .add(found(2, 3, false, false))
                .add(found(3, 4, false, false)));
    Judge judge = judge(log);

    assertThat(judge.isCounted(life(log, 2))).isTrue();
    assertThat(judge.isCounted(life(log, 3))).as("at the very moment").isFalse();
    assertThat(judge.isCounted(life(log, 4))).as("since").isFalse();
    assertThat(judge.isCounted(life(log, 1))).as("followed").isFalse();
  }

  /** A check passes over the ignored, and names none of them. */
  @Test
  void whatACheckDoesNotNameIsReleasedWhereItCannotBeIgnored() {
    CheckerLog log = checked(1);
    Judge judge = judge(log);

    assertThat(judge.verdict(life(log, 2))).isEqualTo(Verdict.RELEASED);
    assertThat(judge.verdict(life(log, 3))).as("ignored").isEqualTo(Verdict.UNKNOWN);
    assertThat(judge.verdict(life(log, 1))).as("its release is lost").isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void whatACheckDoesNotNameIsReleasedWhereNothingIsIgnored() {
    CheckerLog log = checked(0);
    Judge judge = judge(log);

    assertThat(log.lives()).extracting(judge::verdict).containsOnly(Verdict.RELEASED).hasSize(3);
  }

  private static CheckerLog checked(long ignored) {
    return log(
        new Events()
            .register(1)
            .add(found(2, 1, false, true))
            .add(found(2, 2, false, false))
            .add(found(2, 3, true, false))
            .touch(1, "later", 1)
            .check(5, "exit", new Totals(4, 4 - ignored, ignored, ignored, 2, 2 - ignored)));
  }
}
