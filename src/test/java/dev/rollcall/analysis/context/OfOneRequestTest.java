package dev.rollcall.analysis.context;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.analysis.finding.Context.InRequest;
import dev.rollcall.analysis.finding.Context.Requests;
import dev.rollcall.diagnosis.Diagnosis;
import dev.rollcall.diagnosis.Suspect;
import dev.rollcall.diagnosis.evidence.EvidenceKind;
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
          + " siblings.";

  @Test
  void theMethodThatOnlyThatRequestComesThroughIsSuspected() {
    Suspect pool = suspect("Pool", Suspect.Confidence.LOW);
    Suspect other = suspect("Other", Suspect.Confidence.MEDIUM);
    Suspect third = suspect("Third", Suspect.Confidence.LOW);

    List<Suspect> all = OfOneRequest.among(List.of(pool, other, third), TELLING, 20, APART);

    assertThat(all).hasSize(3).startsWith(pool, other);
    assertThat(all.get(2).kind()).isEqualTo(EvidenceKind.REQUEST);
    assertThat(all.get(2).frame().getClassName()).isEqualTo("com.acme.Checkout");
    assertThat(all.get(2).evidence())
        .isEqualTo(SENTENCE + " Only that request comes through Checkout.serve.");
    assertThat(all.get(2).confidence()).isEqualTo(Suspect.Confidence.MEDIUM);
    assertThat(OfOneRequest.among(List.of(pool, third), TELLING, 20, APART))
        .extracting(suspect -> suspect.frame().getClassName())
        .containsExactly("com.acme.Pool", "com.acme.Checkout", "com.acme.Third");
    assertThat(OfOneRequest.among(List.of(), TELLING, 20, APART)).hasSize(1);
  }

  @Test
  void ifItIsSuspectedAlreadyThereIsMoreReason() {
    List<Suspect> all =
        OfOneRequest.among(
            List.of(
                suspect("Pool", Suspect.Confidence.LOW),
                suspect("Checkout", Suspect.Confidence.LOW)),
            TELLING,
            20,
            APART);

    assertThat(all).extracting(Suspect::evidence).containsExactly("Said.", "Said. " + SENTENCE);
    assertThat(all)
        .extracting(Suspect::confidence)
        .containsExactly(Suspect.Confidence.LOW, Suspect.Confidence.MEDIUM);
  }

  @Test
  void whereTheStacksAreAlikeTheFirstSuspectSaysIt() {
    Suspect pool = suspect("Pool", Suspect.Confidence.MEDIUM);

    assertThat(OfOneRequest.among(List.of(pool), TELLING, 20, ALIKE))
        .singleElement()
        .satisfies(
            first -> {
              assertThat(first.evidence()).isEqualTo("Said. " + SENTENCE);
              assertThat(first.confidence()).isEqualTo(Suspect.Confidence.MEDIUM);
            });
    assertThat(OfOneRequest.among(List.of(), TELLING, 20, ALIKE)).isEmpty();
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

    assertThat(OfOneRequest.among(List.of(), parts, 20, APART).get(0).evidence())
        .startsWith(SENTENCE);
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

    assertThat(OfOneRequest.among(others, Requests.NONE, 20, APART)).isEqualTo(others);
    assertThat(OfOneRequest.among(others, usual, 20, APART)).isEqualTo(others);
    assertThat(OfOneRequest.among(others, fewSiblings, 20, APART)).isEqualTo(others);
    // Of 30 it is known of 20 only.
    assertThat(OfOneRequest.among(others, TELLING, 30, APART)).isEqualTo(others);
  }
}
