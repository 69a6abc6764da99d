package dev.rollcall.analysis.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.rollcall.analysis.Events;
import dev.rollcall.analysis.JvmLog;
import dev.rollcall.analysis.OwnerLookup;
import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.analysis.finding.History;
import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.analysis.finding.Ownership;
import dev.rollcall.analysis.finding.Step;
import dev.rollcall.diagnosis.Suspect;
import dev.rollcall.diagnosis.evidence.EvidenceKind;
import dev.rollcall.recording.LifecycleEvent.Condition;
import dev.rollcall.recording.LifecycleEvent.LeakFound;
import dev.rollcall.recording.LifecycleEvent.LiveFound;
import dev.rollcall.recording.LifecycleEvent.Registered;
import dev.rollcall.recording.LifecycleEvent.Registration;
import dev.rollcall.recording.LifecycleEvent.Unregistered;
import dev.rollcall.recording.Moment;
import dev.rollcall.recording.Site;
import dev.rollcall.recording.ThreadRef;
import dev.rollcall.recording.Totals;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who owns what leaked, as a recording tells it. */
final class OwnersTest {
  private static final String SESSION = "com.acme.Session";
  private static final String CURSOR = "com.acme.Cursor";

  private static LeakFinding group(Findings findings, String type) {
    List<LeakFinding> found =
        findings.groups().stream().filter(g -> g.type().equals(type)).toList();
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private static Events session() {
    return new Events().of(SESSION).register(1, "connect");
  }

  /** The check at exit that finds these of a type. */
  private static Events found(Events events, String type, long... ids) {
    events.of(type);
    for (long id : ids) {
      events.leak(5, id);
    }
    return events;
  }

  private static Events exit(Events events, int registered, int leaked) {
    return events.check(5, "exit", new Totals(registered, registered - leaked, leaked, 0));
  }

  /** A session with two cursors, all of which leaked. */
  static Events leakedTogether() {
    Events events = session().of(CURSOR).register(2, "select", 1).register(3, "select", 1);
    return found(found(exit(events, 3, 3), SESSION, 1), CURSOR, 2, 3);
  }

  @Test
  void whatALeakOwnsHasLeakedWithIt() {
    Findings findings = leakedTogether().findings();

    assertThat(findings.groups())
        .extracting(LeakFinding::type, LeakFinding::direct, LeakFinding::indirect)
        .containsExactly(tuple(SESSION, 1L, 0L), tuple(CURSOR, 0L, 2L));
    LeakFinding cursors = group(findings, CURSOR);
    assertThat(group(findings, SESSION).owned())
        .containsExactly(new Ownership.Owned(cursors.fingerprint(), CURSOR, 2));
    assertThat(findings.totals().leaked()).isEqualTo(3);
    assertThat(cursors.examples())
        .extracting(History::owner)
        .containsOnly(new History.Owner(1, SESSION));
  }

  @Test
  void theOrderOfTheFileMeansNothing() {
    assertThat(leakedTogether().shuffled().findings().groups())
        .isEqualTo(leakedTogether().findings().groups());
  }

  @Test
  void itsCauseIsThatOfTheOwner() {
    Findings findings = leakedTogether().findings();
    List<Suspect> own = group(findings, SESSION).suspects();

    assertThat(own).isNotEmpty();
    assertThat(group(findings, CURSOR).suspects())
        .extracting(Suspect::kind, Suspect::frame, Suspect::score)
        .containsExactly(tuple(EvidenceKind.OWNER, own.get(0).frame(), own.get(0).score()));
    assertThat(group(findings, CURSOR).suspects().get(0).evidence())
        .isEqualTo(
            "Server.connect is suspected of leaking the owner, a Session: fix that leak "
                + "first.");
  }

  @Test
  void anOwnerThatEndedWithoutItIsTheFirstSuspect() {
    Events events = session();
    events.of(CURSOR).register(2, "select", 1).register(3, "select", 1).unregister(3, 0, "end");
    events.of(SESSION).unregister(1, 0, "end");
    Findings findings = found(exit(events, 3, 1), CURSOR, 2).findings();

    LeakFinding cursors = group(findings, CURSOR);
    assertThat(cursors.direct()).isEqualTo(1);
    Suspect first = cursors.suspects().get(0);
    assertThat(first.kind()).isEqualTo(EvidenceKind.OWNER);
    assertThat(first.frame().getMethodName()).isEqualTo("end");
    assertThat(first.confidence()).isEqualTo(Suspect.Confidence.HIGH);
    assertThat(first.evidence())
        .isEqualTo(
            "Server.end released the owner, a Session, of 1 of 1 leaked resource, but "
                + "not it; 1 of 1 released sibling ended there: release all that it owns "
                + "there, too.");
    assertThat(cursors.examples().get(0).owner()).isEqualTo(new History.Owner(1, SESSION));
  }

  @Test
  void anOwnerThatIsIgnoredOrUnknownMakesALeakDirect() {
    Events ignored = session().of(CURSOR).register(2, "select", 1);
    ignored.check(5, "exit", new Totals(2, 0, 2, 1));
    Events unknown = new Events().of(CURSOR).register(12, "select", 11);
    exit(unknown, 12, 1);

    for (Events events : List.of(found(ignored, CURSOR, 2), found(unknown, CURSOR, 12))) {
      LeakFinding cursors = group(events.findings(), CURSOR);
      assertThat(cursors.direct()).isEqualTo(1);
      assertThat(cursors.suspects()).isNotEmpty().noneMatch(s -> s.kind() == EvidenceKind.OWNER);
    }
    assertThat(unknown.history(12).owner()).isEqualTo(new History.Owner(11, ""));
  }

  @Test
  void nobodyIsOwnedByWhatWasRegisteredLater() {
    Events events = new Events().register(1, "open", 2).register(2, "open", 2);
    Findings findings = found(exit(events, 2, 2), Events.TYPE, 1, 2).findings();

    assertThat(group(findings, Events.TYPE).indirect()).isZero();
    assertThat(group(findings, Events.TYPE).examples()).allMatch(life -> life.owner() == null);
  }

  @Test
  void aLongChainIsFolded() {
    int length = 100_000;
    Events events = new Events();
    for (int id = 1; id <= length; id++) {
      events.register(id, "open", id - 1);
    }
    exit(events, length, length);
    for (int id = length; id > 0; id--) {
      events.leak(5, id);
    }
    Findings findings = events.findings();

    LeakFinding links = group(findings, Events.TYPE);
    assertThat(links.direct()).isEqualTo(1);
    assertThat(links.owned()).extracting(Ownership.Owned::count).containsExactly(99_999L);
  }

  @Test
  void aCheckOrACheckpointAloneSaysItToo() {
    Moment moment = new Moment(1, ThreadRef.NONE, Site.NONE);
    Condition owned = new Condition(1, 5, false, null, 1);
    Events check = exit(new Events(), 2, 2).leak(5, 1);
    check.add(new LeakFound(moment, 0, 2, Events.TYPE, owned, 5)).live(1, false).live(2, false);
    Events checkpoint = new Events().live(1, false);
    Registration registration = new Registration(1, "main", Events.site("open"), null);
    checkpoint.add(new LiveFound(moment, 0, 2, Events.TYPE, owned, registration, 0, false));
    checkpoint.checkpoint("exit", new Totals(2, 0, 2, 0), 2);

    assertThat(group(check.findings(), Events.TYPE).indirect()).isEqualTo(1);
    assertThat(group(checkpoint.findings(), Events.TYPE).indirect()).isEqualTo(1);
  }

  @Test
  void ofReferencesTheHistorySaysWhoTookThem() {
    Events events = session().of(CURSOR).register(2, "select").retain(2, 2, 1, 1);
    events.release(2, 1, 2, 1).retain(2, 2, 3, 77);

    assertThat(events.history(2).steps())
        .extracting(Step::note)
        .containsExactly(null, "by 0x1 (com.acme.Session)", "by 0x1 (com.acme.Session)", "by 0x4d");
  }

  @Test
  void anOwnerThatKeptAReferenceIsNamed() {
    Events events = session().of(CURSOR).register(2, "select").retain(2, 2, 1, 1);
    events.release(2, 1, 2);
    events.of(SESSION).unregister(1, 0, "end");
    Findings findings = found(exit(events, 2, 1), CURSOR, 2).findings();

    Suspect first = group(findings, CURSOR).suspects().get(0);
    assertThat(first.kind()).isEqualTo(EvidenceKind.OWNER);
    assertThat(first.frame().getMethodName()).isEqualTo("end");
    assertThat(first.evidence())
        .isEqualTo(
            "Server.end released a Session that still had a reference to 1 of 1 leaked "
                + "resource, taken in Server.take: give it back there, too.");
  }

  /** What is kept of owners, where their lives are folded. */
  private static CheckerLog log(int patience, Events events) {
    JvmLog log = new JvmLog(patience);
    events.inOrder().forEach(log);
    return log.checkers().iterator().next();
  }

  @Test
  void theEndOfAnOwnerIsKnownWhenItsLifeIsFolded() {
    Events events = session().of(CURSOR).register(2, "select", 1);
    events.register(3, "select", 1).unregister(3, 0);
    events.of(SESSION).unregister(1, 0, "end");
    CheckerLog log = log(0, events);

    assertThat(log.find(1)).isNull();
    OwnerLookup owners = new OwnerLookup(log);
    assertThat(owners.of(1).type()).isEqualTo(SESSION);
    assertThat(owners.of(1).end()).isSameAs(Events.site("end"));
    assertThat(owners.released(1)).isEqualTo(1);
  }

  @Test
  void ownersThatNobodyNamesAnyMoreAreForgotten() {
    Owners owners = new Owners(10);
    Map<Long, Life> kept = new HashMap<>();
    for (long id = 1; id <= 1_000; id += 2) {
      Life child = new Life(id + 1);
      Registered registered = registered(id + 1, id);
      child.add(registered);
      kept.put(child.resourceId(), child);
      owners.add(registered.ownerId(), kept);
      if (id > 5) {
        kept.remove(child.resourceId());
      }
    }

    assertThat(owners.size()).isLessThan(30);
    List<Long> named = new ArrayList<>();
    kept.values().forEach(life -> life.forEachOwner(named::add));
    assertThat(named).containsExactlyInAnyOrder(1L, 3L, 5L);
    Life first = new Life(1);
    first.add(registered(1, 0));
    first.add(
        new Unregistered(new Moment(9, ThreadRef.NONE, Events.site("end")), 0, 1, SESSION, 0));
    owners.addEnded(first);
    assertThat(owners.end(1)).isSameAs(Events.site("end"));
  }

  private static Registered registered(long id, long ownerId) {
    return new Registered(new Moment(id, ThreadRef.NONE, Site.NONE), 0, id, SESSION, null, ownerId);
  }
}
