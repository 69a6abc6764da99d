package dev.rollcall.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.analysis.age.Ages;
import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.analysis.finding.OpenFinding;
import dev.rollcall.analysis.finding.Verdict;
import dev.rollcall.diagnosis.Suspect;
import dev.rollcall.recording.LifecycleEvent;
import dev.rollcall.recording.LifecycleEvent.Condition;
import dev.rollcall.recording.LifecycleEvent.LiveFound;
import dev.rollcall.recording.LifecycleEvent.Registered;
import dev.rollcall.recording.LifecycleEvent.Registration;
import dev.rollcall.recording.Moment;
import dev.rollcall.recording.Site;
import dev.rollcall.recording.ThreadRef;
import dev.rollcall.recording.Totals;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is open when a recording ends, in groups as leaks are, and never among them. */
final class OpenGroupsTest {
  private static final Totals NOTHING = new Totals(0, 0, 0, 0);

  /** The end of the recordings of {@link Events}. */
  private static final long END = 1_764_000_002_500_000_000L;

  private static final long NANOS_PER_MILLI = 1_000_000;

  private static Events running() {
    return new Events().checkpoint("start", NOTHING, 0);
  }

  private static LifecycleEvent registered(long id, long ageMillis) {
    return new Registered(
        new Moment(
            END - ageMillis * NANOS_PER_MILLI, new ThreadRef("main", 1), Events.site("open")),
        0,
        id,
        Events.TYPE,
        null);
  }

  /** What a checkpoint right at the end says. */
  private static LiveFound live(long id, long refCount, long registeredAt, long ageMillis) {
    return new LiveFound(
        new Moment(END, ThreadRef.NONE, Site.NONE),
        0,
        id,
        Events.TYPE,
        new Condition(refCount, ageMillis, false, null),
        new Registration(registeredAt, "early", Events.site("open"), null),
        0,
        false);
  }

  private static OpenFinding only(Findings findings) {
    assertThat(findings.open().groups()).hasSize(1);
    return findings.open().groups().get(0);
  }

  @Test
  void whatIsOpenIsGroupedByFingerprint() {
    Events events = running();
    for (int id = 1; id <= 5; id++) {
      events.register(id, id % 2 == 0 ? "even" : "odd");
    }

    Findings findings = events.findings();

    assertThat(findings.groups()).isEmpty();
    assertThat(findings.open().groups()).extracting(OpenFinding::count).containsExactly(3L, 2L);
    LeakFinding odd = findings.open().groups().get(0).group();
    assertThat(odd.site()).isEqualTo(Events.site("odd"));
    assertThat(odd.examples()).extracting(life -> life.resourceId()).containsExactly(1L, 3L, 5L);
    assertThat(odd.examples()).allMatch(life -> life.verdict() == Verdict.OPEN);
    assertThat(findings.totals().open()).isEqualTo(5);
  }

  @Test
  void agesGoFromTheRegistrationToTheEndOfTheRecording() {
    Events events = running();
    List.of(40, 10, 2_000, 30).forEach(age -> events.add(registered(age, age)));

    assertThat(only(events.findings()).ages().ages()).isEqualTo(new Ages(4, 10, 30, 2_000));
  }

  @Test
  void whatTheCheckpointRemembersSaysHowOldIsWhatBeganBefore() {
    Events events = running().add(live(1, -1, END - 7_000 * NANOS_PER_MILLI, 6_900));
    assertThat(only(events.findings()).ages().ages()).isEqualTo(new Ages(1, 7_000, 7_000, 7_000));

    Events timeless = running().add(live(1, -1, 0, 6_900));
    assertThat(only(timeless.findings()).ages().ages()).isEqualTo(new Ages(1, 6_900, 6_900, 6_900));
  }

  @Test
  void anAgeThatNothingTellsIsNotMadeUp() {
    Events events = running().touch(1, "seen", 4).add(registered(2, 50));
    List<OpenFinding> groups = events.findings().open().groups();

    assertThat(groups).hasSize(2);
    assertThat(groups.stream().map(open -> open.ages().ages()))
        .containsExactlyInAnyOrder(Ages.NONE, new Ages(1, 50, 50, 50));
  }

  @Test
  void theCheckpointSaysTheReferenceCountWhereNoStepWasRecordedSince() {
    Events events =
        running()
            .add(registered(1, 50))
            .add(live(1, 3, END - 50 * NANOS_PER_MILLI, 50))
            .add(registered(2, 50))
            .retain(2, 2, 1)
            .add(live(2, 1, END - 50 * NANOS_PER_MILLI, 50));

    assertThat(only(events.findings()).group().refCounts()).isEqualTo(Map.of(3L, 1L, 2L, 1L));
    assertThat(events.history(1).refCount()).isEqualTo(3);
    assertThat(events.history(2).refCount()).isEqualTo(2);
  }

  @Test
  void whatACheckpointCountedBeyondItsCapIsInTheGroups() {
    Events events =
        running()
            .register(1, "open")
            .live(1, false)
            .liveGroup(3, "open")
            .liveGroup(2, "other")
            .checkpoint("chunk", new Totals(6, 0, 6, 0), 1);

    Findings findings = events.findings();

    assertThat(findings.totals().open()).isEqualTo(6);
    assertThat(findings.open().groups()).extracting(OpenFinding::count).containsExactly(4L, 2L);
    assertThat(findings.open().groups().get(0).ages().ages().known()).isEqualTo(1);
  }

  /** The recording has three of the four that the checkpoint counted. */
  @Test
  void whatTheRecordingTellsOfThoseBeyondTheCapCountsOnce() {
    Events events = new Events().checkpoint("start", new Totals(1, 0, 1, 0), 0);
    events.register(2, "open").register(3, "open").register(4, "other");
    events.liveGroup(3, "open").liveGroup(1, "other");
    events.checkpoint("chunk", new Totals(4, 0, 4, 0), 0, 2);

    Findings findings = events.findings();

    assertThat(findings.totals().open()).isEqualTo(4);
    assertThat(findings.open().groups()).extracting(OpenFinding::count).containsExactly(3L, 1L);
  }

  /** Of four that the checkpoint counted the recording has one, which holds a quarter. */
  @Test
  void whatACheckpointSaysOfBytesBeyondItsCapCountsOnce() {
    Events events = new Events().checkpoint("start", new Totals(3, 0, 3, 0), 0);
    events.registerHolding(1, 100).liveGroupHolding(4, 400);
    events.checkpoint("chunk", new Totals(4, 0, 4, 0), 0, 1);

    Findings findings = events.findings();

    assertThat(only(findings).count()).isEqualTo(4);
    assertThat(only(findings).group().bytes()).isEqualTo(400);
  }

  @Test
  void whatIsMeantToLastBeyondTheCapIsNotOpen() {
    Events events = running().liveGroup(2, "open").ignoredGroup(3, "open");
    events.checkpoint("chunk", new Totals(5, 0, 5, 3), 0);

    assertThat(events.findings().totals().open()).isEqualTo(2);
    assertThat(only(events.findings()).count()).isEqualTo(2);
  }

  /** A group's sites may differ by a line; the recording has the life of one resource of it. */
  @Test
  void aLifeThatIsKnownIsTakenFromOneSiteOfItsGroup() {
    Events events = new Events().checkpoint("start", new Totals(4, 0, 4, 0), 0);
    events.registerHolding(1, 100).liveGroupHolding(2, 200).liveGroupHolding(3, 300);
    events.checkpoint("chunk", new Totals(5, 0, 5, 0), 0, 2);

    OpenFinding open = only(events.findings());

    assertThat(open.count()).isEqualTo(5);
    assertThat(open.group().bytes()).isEqualTo(500);
  }

  /** Two of the five that the checkpoint counted have been released since. */
  @Test
  void whatWasReleasedSinceIsInNoGroup() {
    Events events = new Events().checkpoint("start", new Totals(3, 0, 3, 0), 0);
    events.register(1, "other").register(2, "other");
    events.liveGroup(3, "open").liveGroup(2, "other");
    events.checkpoint("chunk", new Totals(5, 0, 5, 0), 0, 2);
    events.unregister(1, 0).unregister(2, 0);

    Findings findings = events.analysis(events.inOrder(), new JvmLog(0)).findings(0);

    assertThat(findings.totals().open()).isEqualTo(3);
    assertThat(findings.open().groups()).extracting(OpenFinding::count).containsExactly(3L);
  }

  @Test
  void suspectsComeFromReleasedSiblingsAndCallNothingLeaked() {
    Events events = running();
    for (int id = 1; id <= 20; id++) {
      events.register(id).touch(id, "work", 1);
      if (id <= 15) {
        events.unregister(id, 1, "finish");
      }
    }

    List<Suspect> suspects = only(events.findings()).group().suspects();

    assertThat(suspects.get(0).frame().getMethodName()).isEqualTo("finish");
    // Nothing but an age tells what is merely in use from what was forgotten.
    assertThat(suspects).extracting(Suspect::confidence).doesNotContain(Suspect.Confidence.HIGH);
    assertThat(suspects.get(0).evidence())
        .isEqualTo(
            "Server.finish released 15 of 15 released siblings; 0 of 5 open resources "
                + "came there: if no longer in use, release them after Server.use, where the "
                + "ways part.");
    assertThat(suspects).extracting(Suspect::evidence).noneMatch(words -> words.contains("leak"));
  }

  @Test
  void whatBelongsToAnOpenOwnerIsOwned() {
    Events events = running().register(1, "connect");
    for (int id = 2; id <= 4; id++) {
      events.register(id, "statement", 1);
    }

    List<OpenFinding> groups = events.findings().open().groups();

    assertThat(groups.get(0).group().owned())
        .singleElement()
        .satisfies(owned -> assertThat(owned.count()).isEqualTo(3));
    assertThat(groups.get(1).group().direct()).isZero();
    assertThat(groups.get(1).group().suspects())
        .extracting(Suspect::evidence)
        .isNotEmpty()
        .allMatch(words -> words.contains(" is suspected of holding the owner, a Buffer: "));
  }

  /** As when a program goes on after a check on demand. */
  @Test
  void whatHasLeakedAndWhatIsOpenDoNotSpeakForEachOther() {
    Events leaked = running();
    for (int id = 1; id <= 12; id++) {
      leaked.register(id).touch(id, "work", 1);
      if (id <= 8) {
        leaked.unregister(id, 1, "finish");
      }
    }
    leaked.check(1, "demand", new Totals(12, 8, 4, 0));
    for (int id = 9; id <= 12; id++) {
      leaked.leak(1, id);
    }
    List<LeakFinding> alone = leaked.findings().groups();
    assertThat(alone.get(0).suspects()).isNotEmpty();

    for (int id = 13; id <= 40; id++) {
      leaked.register(id);
    }

    Findings both = leaked.findings();
    assertThat(both.groups()).isEqualTo(alone);
    assertThat(only(both).count()).isEqualTo(28);
  }

  @Test
  void whatIsMeantToLastIsNotOpen() {
    Events events =
        running().register(1).live(1, true).checkpoint("chunk", new Totals(1, 0, 1, 1), 1);

    assertThat(events.findings().open().groups()).isEmpty();
  }
}
