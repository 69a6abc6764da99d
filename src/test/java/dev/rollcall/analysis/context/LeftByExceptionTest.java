package dev.rollcall.analysis.context;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.analysis.finding.Context;
import dev.rollcall.diagnosis.Subject;
import dev.rollcall.diagnosis.Suspect;
import dev.rollcall.diagnosis.evidence.EvidenceKind;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LeftByExceptionTest {
  private static final StackTraceElement HANDLE = frame("handle");

  private static StackTraceElement frame(String method) {
    return new StackTraceElement("com.acme.Server", method, "Server.java", 7);
  }

  private static Suspect other(String method) {
    return new Suspect(
        EvidenceKind.ABSENCE, frame(method), 0.5, "It was not there.", Suspect.Confidence.LOW);
  }

  private static Context thrown(long count) {
    return new Context(
        List.of(new Context.Thrown("com.acme.Refused", "no", frame("parse"), HANDLE, count)),
        0,
        List.of());
  }

  @Test
  void theMethodThatAnExceptionLeftComesFirst() {
    List<Suspect> suspects =
        LeftByException.among(
            List.of(other("a"), other("handle"), other("b"), other("c")),
            thrown(20),
            20,
            Subject.LEAKED);

    assertThat(suspects)
        .extracting(suspect -> suspect.frame().getMethodName())
        .containsExactly("handle", "a", "b");
    assertThat(suspects.get(0).confidence()).isEqualTo(Suspect.Confidence.HIGH);
    assertThat(suspects.get(0).evidence())
        .isEqualTo(
            "After the last step of 20 of 20 leaked resources, com.acme.Refused was thrown within"
                + " Server.handle; put the release in a finally block there.");
  }

  @Test
  void anExceptionAfterHalfOfThemOrLessProvesNothing() {
    List<Suspect> others = List.of(other("a"));

    assertThat(LeftByException.among(others, thrown(10), 20, Subject.LEAKED)).isEqualTo(others);
    assertThat(LeftByException.among(others, Context.NONE, 20, Subject.LEAKED)).isEqualTo(others);
  }

  private static Suspect owner(String method, double score) {
    return new Suspect(
        EvidenceKind.OWNER, frame(method), score, "It ended.", Suspect.Confidence.HIGH);
  }

  @Test
  void anOwnerThatExplainsAsMuchStaysFirst() {
    assertThat(
            LeftByException.among(
                List.of(owner("close", 1), other("a")), thrown(20), 20, Subject.LEAKED))
        .extracting(suspect -> suspect.frame().getMethodName())
        .containsExactly("close", "handle", "a");
    assertThat(LeftByException.among(List.of(owner("close", 0.5)), thrown(20), 20, Subject.LEAKED))
        .extracting(suspect -> suspect.frame().getMethodName())
        .containsExactly("handle", "close");
    assertThat(LeftByException.among(List.of(owner("handle", 1)), thrown(20), 20, Subject.LEAKED))
        .containsExactly(owner("handle", 1));
  }

  @Test
  void whatTheSiblingsSayClearlyStaysFirst() {
    Suspect clear =
        new Suspect(
            EvidenceKind.ABSENCE, frame("release"), 1, "All were.", Suspect.Confidence.HIGH);

    assertThat(LeftByException.among(List.of(clear, other("a")), thrown(20), 20, Subject.LEAKED))
        .extracting(suspect -> suspect.frame().getMethodName())
        .containsExactly("release", "handle", "a");
  }

  @Test
  void whereBothSayTheSameTheExceptionIsNamed() {
    Suspect same =
        new Suspect(EvidenceKind.ABSENCE, frame("handle"), 1, "All were.", Suspect.Confidence.HIGH);

    assertThat(LeftByException.among(List.of(same), thrown(20), 20, Subject.LEAKED))
        .extracting(Suspect::kind)
        .containsExactly(EvidenceKind.EXCEPTION);
  }
}
