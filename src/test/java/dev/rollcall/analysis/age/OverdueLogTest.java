package dev.rollcall.analysis.age;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.analysis.age.OverdueNotice.Counts;
import dev.rollcall.recording.LifecycleEvent.Overdue;
import dev.rollcall.recording.LifecycleEvent.Overdue.Holder;
import dev.rollcall.recording.Moment;
import dev.rollcall.recording.Site;
import dev.rollcall.recording.ThreadRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the events of overdue resources add up to. */
class OverdueLogTest {
  private static final long SECOND = 1_000_000_000;
  private static final long START = 1_764_000_000 * SECOND;

  private static Site site(String method) {
    return new Site(
        List.of(new StackTraceElement("com.acme.Server", method, "Server.java", 42)), false);
  }

  /** An event of a connection that is 30 s old and older, at so many seconds. */
  private static Overdue event(
      long second, long id, boolean returned, long ageSeconds, Holder holder, long others) {
    return new Overdue(
        new Moment(START + second * SECOND, new ThreadRef("main", 1), Site.NONE),
        0,
        id,
        "Conn",
        returned,
        new Overdue.Span(ageSeconds * 1_000, 30_000),
        "Conn@1",
        site("open"),
        holder,
        others);
  }

  private static Holder holder(String thread) {
    return new Holder(thread, false, site(thread));
  }

  private static final List<Overdue> EVENTS =
      List.of(
          event(40, 1, false, 31, holder("one"), 0),
          event(50, 2, false, 31, holder("two"), 0),
          event(50, 3, false, 31, new Holder("three", false, Site.NONE), 4),
          event(60, 1, true, 51, Holder.UNKNOWN, 1),
          event(55, 1, false, 46, new Holder("late", false, Site.NONE), 0)); // at a chunk's end

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void theyAddUpInWhateverOrderTheyAreRead(int rotation) {
    List<Overdue> events = new ArrayList<>(EVENTS);
    Collections.rotate(events, rotation);
    OverdueLog log = new OverdueLog();
    OverdueLog other = new OverdueLog();
    events.forEach(log::add);
    events.subList(1, 3).forEach(other::add);
    log.addAll(other); // the files of one JVM may have the same

    assertThat(log.notices(START + 119 * SECOND))
        .containsExactly(
            new OverdueNotice(
                "Conn@1",
                "Conn",
                site("open"),
                new Counts(7, 2, 100_000, 51_000),
                30_000,
                holder("two")));
  }

  /** By its own clock the program thinks that it is 31 s old when it is 30.7 s. */
  @Test
  void theRecordingKnowsTheAgeBetterThanTheProgram() {
    OverdueLog log = new OverdueLog();
    log.add(event(40, 1, false, 31, holder("one"), 0));

    long registered = START + 9_300_000_000L;

    assertThat(log.notices(START + 41 * SECOND, id -> registered))
        .singleElement()
        .satisfies(notice -> assertThat(notice.counts().oldestMillis()).isEqualTo(31_700));
    assertThat(log.notices(START + 40 * SECOND, id -> registered))
        .singleElement()
        .satisfies(notice -> assertThat(notice.counts().oldestMillis()).isEqualTo(30_700));
  }

  @Test
  void aReturnWhoseBeginningIsGoneWasOverdueToo() {
    OverdueLog log = new OverdueLog();
    log.add(EVENTS.get(3));

    assertThat(log.notices(START + 119 * SECOND))
        .singleElement()
        .extracting(OverdueNotice::counts)
        .isEqualTo(new Counts(2, 2, 0, 51_000));
  }

  @Test
  void thoseOfSeveralJvmsAreSummedByGroup() {
    OverdueLog one = new OverdueLog();
    EVENTS.forEach(one::add);
    OverdueLog other = new OverdueLog();
    other.add(EVENTS.get(0));
    List<OverdueNotice> all = new ArrayList<>(one.notices(START + 119 * SECOND));
    all.addAll(other.notices(START + 209 * SECOND));

    assertThat(OverdueNotice.sum(all))
        .containsExactly(
            new OverdueNotice(
                "Conn@1",
                "Conn",
                site("open"),
                new Counts(8, 2, 200_000, 51_000),
                30_000,
                holder("one")));
  }

  /** In a burst few have events of their own, and not the same few when they return. */
  @Test
  void aBurstThatReturnedIsCountedOnce() {
    OverdueLog log = new OverdueLog();
    log.add(event(40, 1, false, 31, holder("one"), 0));
    log.add(event(40, 2, false, 31, holder("two"), 5));
    log.add(event(60, 1, true, 51, Holder.UNKNOWN, 0));
    log.add(event(60, 9, true, 51, Holder.UNKNOWN, 4));
    assertThat(log.notices(START + 119 * SECOND))
        .extracting(OverdueNotice::counts)
        .containsExactly(new Counts(7, 6, 110_000, 51_000));

    log.add(event(61, 2, true, 52, Holder.UNKNOWN, 0));
    assertThat(log.notices(START + 119 * SECOND))
        .extracting(OverdueNotice::counts)
        .containsExactly(new Counts(7, 7, 0, 52_000));
  }
}
