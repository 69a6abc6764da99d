package dev.rollcall.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.diagnosis.Suspect.Confidence;
import dev.rollcall.diagnosis.evidence.EvidenceKind;
import dev.rollcall.diagnosis.way.Method;
import dev.rollcall.diagnosis.way.Owner;
import dev.rollcall.diagnosis.way.Stop;
import dev.rollcall.diagnosis.way.Way;
import dev.rollcall.diagnosis.way.Ways;
import dev.rollcall.recording.Site;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whom the owners of leaked resources speak against. */
final class OwnerSuspectsTest {
  private static final Ways NONE = new Ways("");
  private static final String CLOSE = "A.run Pool.close";
  private static final Owner CLOSED = new Owner("com.acme.Connection", Lives.site(CLOSE));

  private static List<Suspect> suspects(Ways leaked, Ways healthy, long released) {
    Diagnosis.Group group = new Diagnosis.Group(leaked, healthy, released);
    return Stories.diagnosis(List.of(group), List.of(healthy)).suspects(group);
  }

  private static String method(Suspect suspect) {
    return Method.of(suspect.frame()).shortName();
  }

  /** A life that was registered there, with an owner. */
  private static Way owned(Owner owner) {
    Stop register = new Stop(Stop.Kind.REGISTER, Lives.site("A.run B.open"), 1, null, 1);
    return new Way(List.of(register), null, List.of(owner));
  }

  /** A life whose owner took a reference, and gave back some. */
  private static Way lent(@Nullable Site end, int taken, int given) {
    List<Stop> stops = new ArrayList<>();
    stops.add(new Stop(Stop.Kind.REGISTER, Lives.site("A.run B.open"), 1, null));
    for (int i = 0; i < taken; i++) {
      stops.add(new Stop(Stop.Kind.RETAIN, Lives.site("A.run Cache.put"), 1, null, 1));
    }
    for (int i = 0; i < given; i++) {
      stops.add(new Stop(Stop.Kind.RELEASE, Lives.site("A.run Cache.drop"), -1, null, 1));
    }
    stops.add(new Stop(Stop.Kind.RELEASE, Lives.site("A.run"), -1, null));
    return new Way(stops, null, List.of(new Owner("com.acme.Session", end)));
  }

  @Test
  void anOwnerThatEndedWithoutThemIsTheClearestOfAll() {
    Ways healthy = Lives.ways(20, Lives.register("A.run B.open").end(CLOSE + " C.close"));

    List<Suspect> suspects = suspects(Lives.ways(40, owned(CLOSED)), healthy, 12);

    assertThat(method(suspects.get(0))).isEqualTo("Pool.close");
    assertThat(suspects.get(0).kind()).isEqualTo(EvidenceKind.OWNER);
    assertThat(suspects.get(0).score()).isEqualTo(1);
    assertThat(suspects.get(0).confidence()).isEqualTo(Confidence.HIGH);
    assertThat(suspects.get(0).evidence())
        .isEqualTo(
            "Pool.close released the owner, a Connection, of 40 of 40 leaked resources, "
                + "but not them; 20 of 20 released siblings ended there: release all that it "
                + "owns there, too.");
  }

  /** What closes whatever it is given is not to blame for what it was not given. */
  @Test
  void whoHadTheOwnerClosedIsNamedAndNotWhatClosedItForHim() {
    Owner closed =
        new Owner("com.acme.Connection", Lives.site("A.run Store.load JdbcUtils.closeQuietly"));

    assertThat(method(suspects(Lives.ways(5, owned(closed)), NONE, 0).get(0)))
        .isEqualTo("Store.load");
  }

  @Test
  void withoutSiblingsItIsAsClear() {
    Suspect first = suspects(Lives.ways(5, owned(CLOSED)), NONE, 0).get(0);

    assertThat(first.confidence()).isEqualTo(Confidence.HIGH);
    assertThat(first.evidence())
        .isEqualTo(
            "Pool.close released the owner, a Connection, of 5 of 5 leaked resources, "
                + "but not them: release all that it owns there, too.");
  }

  /** Their users release them, and one of these forgot it before the owner could notice. */
  @Test
  void whereSiblingsAreReleasedElsewhereTheirUsersAreSuspectedFirst() {
    Ways healthy = Lives.ways(20, Lives.register("A.run B.open").end("A.run B.open"));

    List<Suspect> suspects = suspects(Lives.ways(40, owned(CLOSED)), healthy, 0);

    assertThat(suspects.get(0).kind()).isEqualTo(EvidenceKind.ABSENCE);
    assertThat(method(suspects.get(0))).isEqualTo("B.open");
    assertThat(suspects.get(1).kind()).isEqualTo(EvidenceKind.OWNER);
    assertThat(suspects.get(1).confidence()).isEqualTo(Confidence.LOW);
    assertThat(suspects.get(1).evidence())
        .endsWith("; 0 of 20 released siblings ended there: release all that it owns there, too.");
  }

  @Test
  void whatOwnersDoNotExplainOthersAreSuspectedOf() {
    Ways leaked = Lives.ways(3, owned(CLOSED));
    leaked.addAll(Lives.ways(1, Lives.register("A.run B.open").way()));

    List<Suspect> suspects = suspects(leaked, NONE, 0);

    assertThat(method(suspects.get(0))).isEqualTo("Pool.close");
    assertThat(suspects.get(0).score()).isEqualTo(0.75);
    assertThat(suspects.get(0).confidence()).isEqualTo(Confidence.HIGH);
    assertThat(suspects.get(0).evidence())
        .startsWith(
            "Pool.close released the owner, a Connection, of 3 of 4 leaked resources, but not them: ");
    assertThat(suspects).hasSizeGreaterThan(1).allMatch(s -> s.score() <= 0.75);
    assertThat(suspects.get(1).kind()).isEqualTo(EvidenceKind.BALANCE);
  }

  @Test
  void anOwnerThatHasNotEndedSaysNothing() {
    Owner open = new Owner("com.acme.Connection", null);
    Owner somewhere = new Owner("com.acme.Connection", Site.NONE);

    for (Owner owner : List.of(open, somewhere)) {
      assertThat(suspects(Lives.ways(5, owned(owner)), NONE, 0))
          .isNotEmpty()
          .noneMatch(suspect -> suspect.kind() == EvidenceKind.OWNER);
    }
  }

  @Test
  void anOwnerThatHasAReferenceStillIsNamed() {
    Suspect first = suspects(Lives.ways(8, lent(null, 2, 1)), NONE, 0).get(0);

    assertThat(method(first)).isEqualTo("Cache.put");
    assertThat(first.kind()).isEqualTo(EvidenceKind.OWNER);
    assertThat(first.confidence()).isEqualTo(Confidence.MEDIUM);
    assertThat(first.evidence())
        .isEqualTo(
            "Cache.put took a reference to 8 of 8 leaked resources for a Session, which "
                + "never gave it back (its end was not recorded): give it back where the "
                + "Session ends.");
  }

  @Test
  void anOwnerThatEndedWithAReferenceIsNamedWhereItEnded() {
    Suspect first =
        suspects(Lives.ways(8, lent(Lives.site("A.run Session.end"), 1, 0)), NONE, 0).get(0);

    assertThat(method(first)).isEqualTo("Session.end");
    assertThat(first.confidence()).isEqualTo(Confidence.HIGH);
    assertThat(first.evidence())
        .isEqualTo(
            "Session.end released a Session that still had a reference to 8 of 8 leaked "
                + "resources, taken in Cache.put: give it back there, too.");
  }

  @Test
  void anOwnerThatGaveEverythingBackSaysNothing() {
    Ways leaked = Lives.ways(8, lent(null, 2, 2));

    assertThat(suspects(leaked, NONE, 0))
        .noneMatch(suspect -> suspect.kind() == EvidenceKind.OWNER);
  }

  /** The heuristic for the parts of a whole gives way where an owner is known. */
  @Test
  void anOwnerDecidesWhereAnotherEndIsGuessedAt() {
    String nested = "A.run Pool.close dev.rollcall.RefCounted.release C.destroy";
    Ways healthy = Lives.ways(20, Lives.register("A.run B.open").end(nested));

    assertThat(suspects(Lives.ways(5, owned(CLOSED)), healthy, 0))
        .first()
        .extracting(Suspect::kind)
        .isEqualTo(EvidenceKind.OWNER);
  }

  @Test
  void aLeakOfALeakedOwnerHasItsSuspects() {
    List<Suspect> own = suspects(Lives.ways(5, Lives.register("A.run B.open").way()), NONE, 0);

    assertThat(OwnerSuspects.lent(own, "com.acme.Connection", Subject.LEAKED))
        .hasSameSizeAs(own)
        .first()
        .satisfies(
            suspect -> {
              assertThat(suspect.kind()).isEqualTo(EvidenceKind.OWNER);
              assertThat(suspect.frame()).isEqualTo(own.get(0).frame());
              assertThat(suspect.evidence())
                  .isEqualTo(
                      "B.open is suspected of leaking the owner, a Connection: fix that leak first.");
            });
  }
}
