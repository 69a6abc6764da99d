package dev.rollcall.analysis.context;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.analysis.finding.Context.InRequest;
import dev.rollcall.analysis.finding.Context.Requests;
import dev.rollcall.diagnosis.Diagnosis;
import dev.rollcall.diagnosis.Stories;
import dev.rollcall.diagnosis.Subject;
import dev.rollcall.diagnosis.Suspect;
import dev.rollcall.diagnosis.evidence.Clue;
import dev.rollcall.diagnosis.evidence.EvidenceKind;
import dev.rollcall.diagnosis.evidence.Feature;
import dev.rollcall.diagnosis.way.Stop;
import dev.rollcall.diagnosis.way.Way;
import dev.rollcall.diagnosis.way.Ways;
import dev.rollcall.recording.Site;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the requests of a group say of its suspects. */
final class OfOneRequestTest {
  private static final Requests TELLING =
      new Requests(
          true, List.of(in("POST /checkout", null, 20, 3), in("GET /cart", null, 0, 897)), 900);

  private static InRequest in(String name, @Nullable String within, long count, long released) {
    return new InRequest(name, within, count, released, 0, null);
  }

  private static Ways registeredBy(int times, String... classes) {
    Ways ways = new Ways("T");
    Site site =
        new Site(
            Stream.of(classes)
                .map(name -> new StackTraceElement("com.acme." + name, "serve", "F.java", 1))
                .toList(),
            false);
    for (int i = 0; i < times; i++) {
      ways.add(new Way(List.of(new Stop(Stop.Kind.REGISTER, site, 1, null)), null));
    }
    return ways;
  }

  private static final Diagnosis.Group APART =
      new Diagnosis.Group(
          registeredBy(20, "Pool", "Checkout", "Server"),
          registeredBy(900, "Pool", "Cart", "Server"));

  private static final Diagnosis.Group ALIKE =
      new Diagnosis.Group(registeredBy(20, "Pool", "Server"), registeredBy(900, "Pool", "Server"));

  private static Suspect suspect(String name, Suspect.Confidence confidence) {
    return new Suspect(
        EvidenceKind.ABSENCE,
        new StackTraceElement("com.acme." + name, "serve", "F.java", 7),
        0.8,
        "Said.",
        confidence);
  }

  private static final String SENTENCE =
      "20 of 20 leaked resources were registered in POST /checkout, but only 3 of 900 released"
          + " siblings: look at that request.";

  private static List<Suspect> suspects(Diagnosis.Group group) {
    Diagnosis.Group told =
        new Diagnosis.Group(
            group.leaked(),
            group.healthy(),
            0,
            Subject.LEAKED,
            OfOneRequest.clues(TELLING, 20, group));
    return Stories.diagnosis(List.of(told), List.of(told.healthy())).suspects(told);
  }

  @Test
  void theMethodThatOnlyThatRequestComesThroughIsSuspected() {
    Clue clue = OfOneRequest.clues(TELLING, 20, APART).get(0);

    assertThat(clue.feature()).isEqualTo(Feature.CONTEXT);
    assertThat(clue.strength()).isEqualTo(1);
    assertThat(clue.method().shortName()).isEqualTo("Checkout.serve");
    assertThat(clue.sign())
        .isEqualTo(
            new Clue.Told(
                "Checkout.serve belongs to POST /checkout, in which 20 of 20 leaked resources were"
                    + " registered, but only 3 of 900 released siblings: release them there.",
                SENTENCE));
  }

  /** Nothing else speaks more against what is only on the way of the registration. */
  @Test
  void itIsEvidenceBesideOther() {
    List<Suspect> suspects = suspects(APART);

    assertThat(suspects)
        .extracting(suspect -> suspect.frame().getClassName())
        .startsWith("com.acme.Checkout", "com.acme.Pool");
    assertThat(suspects.get(0).evidence())
        .contains("in which 20 of 20 leaked resources were registered, but only 3 of 900 ");
    assertThat(suspects.get(0).confidence()).isEqualTo(Suspect.Confidence.MEDIUM);
  }

  @Test
  void whereTheStacksAreAlikeTheFirstSuspectSaysIt() {
    Suspect pool = suspect("Pool", Suspect.Confidence.MEDIUM);

    assertThat(OfOneRequest.clues(TELLING, 20, ALIKE)).isEmpty();
    assertThat(OfOneRequest.accompanied(List.of(pool), TELLING, 20, ALIKE))
        .singleElement()
        .satisfies(
            first -> {
              assertThat(first.evidence()).isEqualTo("Said. " + SENTENCE);
              assertThat(first.confidence()).isEqualTo(Suspect.Confidence.MEDIUM);
            });
    assertThat(OfOneRequest.accompanied(List.of(), TELLING, 20, ALIKE)).isEmpty();
    assertThat(OfOneRequest.accompanied(List.of(pool), TELLING, 20, APART)).containsExactly(pool);
  }

  /** What is the same in all parts of a request is the request. */
  @Test
  void theWholeRequestCounts() {
    Requests parts =
        new Requests(
            true,
            List.of(
                in("INSERT", "POST /checkout", 12, 2),
                in("UPDATE", "POST /checkout", 8, 1),
                in("INSERT", "GET /cart", 0, 897)),
            900);

    assertThat(OfOneRequest.clues(parts, 20, APART))
        .singleElement()
        .extracting(Clue::sign)
        .isEqualTo(
            new Clue.Told(
                "Checkout.serve belongs to POST /checkout, in which 20 of 20 leaked resources were"
                    + " registered, but only 3 of 900 released siblings: release them there.",
                SENTENCE));
  }

  @Test
  void whatIsNoContrastSaysNothing() {
    List<Suspect> others = List.of(suspect("Pool", Suspect.Confidence.LOW));
    Requests usual =
        new Requests(
            true, List.of(in("POST /checkout", null, 20, 300), in("GET /cart", null, 0, 600)), 900);
    Requests fewSiblings =
        new Requests(
            true, List.of(in("POST /checkout", null, 20, 0), in("GET /cart", null, 0, 9)), 9);

    for (Requests requests : List.of(Requests.NONE, usual, fewSiblings)) {
      assertThat(OfOneRequest.clues(requests, 20, APART)).isEmpty();
      assertThat(OfOneRequest.accompanied(others, requests, 20, ALIKE)).isEqualTo(others);
    }
    // Of 30 it is known of 20 only.
    assertThat(OfOneRequest.clues(TELLING, 30, APART)).isEmpty();
    assertThat(OfOneRequest.accompanied(others, TELLING, 30, ALIKE)).isEqualTo(others);
  }
}
