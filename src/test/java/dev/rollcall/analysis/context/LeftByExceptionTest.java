package dev.rollcall.analysis.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.rollcall.diagnosis.Diagnosis;
import dev.rollcall.diagnosis.Lives;
import dev.rollcall.diagnosis.Stories;
import dev.rollcall.diagnosis.Subject;
import dev.rollcall.diagnosis.Suspect;
import dev.rollcall.diagnosis.evidence.Clue;
import dev.rollcall.diagnosis.evidence.EvidenceKind;
import dev.rollcall.diagnosis.evidence.Feature;
import dev.rollcall.diagnosis.way.Owner;
import dev.rollcall.diagnosis.way.Stop;
import dev.rollcall.diagnosis.way.Way;
import dev.rollcall.diagnosis.way.Ways;
import dev.rollcall.recording.ContextEvent.Thrown;
import dev.rollcall.recording.Moment;
import dev.rollcall.recording.Site;
import dev.rollcall.recording.ThreadRef;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class LeftByExceptionTest {
  private static final Ways NONE = new Ways("");

  private static StackTraceElement frame(String method) {
    return new StackTraceElement("com.acme.Server", method, "Server.java", 7);
  }

  /**
   * An exception after the last steps of some.
   *
   * @param stack where it was made, the innermost first
   * @param example what is known of one; null where no method was running any more
   */
  private record Left(
      String type,
      List<StackTraceElement> stack,
      @Nullable Example example,
      long count,
      long made) {
    /** Adds those lives, with ids of their own. */
    void addTo(ContextTally tally, long from) {
      Site site = new Site(stack, false);
      Thrown event = new Thrown(new Moment(1, new ThreadRef("main", 1), site), type, null);
      for (long id = from; id < from + count; id++) {
        tally.add(id, context(event, site));
      }
    }

    private LifeContext context(Thrown event, Site site) {
      if (example == null) {
        return new LifeContext(null, new LaterThrow(event, made), null, null, null, null);
      }
      return new LifeContext(
          new Throw(event, site, example.through, example.caller, example.again, example.far, made),
          null,
          null);
    }
  }

  private record Example(
      StackTraceElement through, @Nullable StackTraceElement caller, boolean again, boolean far) {}

  private static Left left(String type, long count, long made) {
    Example example = new Example(frame("handle"), null, false, false);
    return new Left(type, List.of(frame("handle")), example, count, made);
  }

  private static Left left(boolean again, boolean far, String... stack) {
    List<StackTraceElement> frames = Stream.of(stack).map(LeftByExceptionTest::frame).toList();
    return new Left(
        "com.acme.Refused", frames, new Example(frame("handle"), null, again, far), 20, 20);
  }

  private static ContextTally around(Left... left) {
    ContextTally tally = new ContextTally();
    long id = 1;
    for (Left some : left) {
      some.addTo(tally, id);
      id += some.count;
    }
    return tally;
  }

  /** All but what only says that an exception came through. */
  private static List<Clue> clues(long healthy, Left... left) {
    return LeftByException.clues(around(left), 20, healthy, Subject.LEAKED, false).stream()
        .filter(clue -> clue.feature() != Feature.EXCEPTION_CAME)
        .toList();
  }

  private static List<String> kinds(Left left) {
    return clues(0, left).stream()
        .map(clue -> clue.method().frame().getMethodName() + " " + clue.feature().word())
        .toList();
  }

  private static List<Suspect> suspects(Ways leaked, Ways healthy, long thrown) {
    List<Clue> told = clues(healthy.lives(), left("com.acme.Refused", thrown, thrown));
    Diagnosis.Group group = new Diagnosis.Group(leaked, healthy, 0, Subject.LEAKED, told);
    return Stories.diagnosis(List.of(group), List.of(healthy)).suspects(group);
  }

  private static List<String> named(List<Suspect> suspects) {
    return suspects.stream().map(suspect -> suspect.frame().getMethodName()).toList();
  }

  @Test
  void theMethodThatAnExceptionLeftComesFirst() {
    Ways leaked = Lives.ways(20, Lives.register("A.run Server.handle B.open").way());

    List<Suspect> suspects = suspects(leaked, NONE, 20);

    assertThat(named(suspects)).startsWith("handle", "open").hasSize(3);
    assertThat(suspects.get(0).kind()).isEqualTo(EvidenceKind.EXCEPTION);
    // The line that the exception came from, and not that of a step.
    assertThat(suspects.get(0).frame()).isEqualTo(frame("handle"));
    assertThat(suspects.get(0).confidence()).isEqualTo(Suspect.Confidence.HIGH);
    assertThat(suspects.get(0).evidence())
        .isEqualTo(
            "Server.handle, or a method it called, created Refused after the last step "
                + "of 20 of 20 leaked resources: release them on the way out of the failed "
                + "call.");
  }

  @Test
  void anExceptionAfterHalfOfThemOrLessProvesNothing() {
    assertThat(clues(0, left("com.acme.Refused", 10, 10))).isEmpty();
    assertThat(clues(0)).isEmpty();
  }

  @Test
  void severalExceptionsThroughOneMethodAreTakenTogether() {
    List<Clue> clues = clues(0, left("com.acme.Refused", 9, 9), left("com.acme.Late", 3, 3));

    assertThat(clues).extracting(Clue::strength).containsExactly(0.6);
    assertThat(clues.get(0).sign().toString())
        .contains(
            " created Refused or another exception",
            " after the last step of 12 of 20 leaked resources");
  }

  /** What is thrown for everybody explains nothing of those that leak. */
  @Test
  void anExceptionThatFollowsSiblingsAsOftenIsNoEvidence() {
    assertThat(clues(180, left("com.acme.Refused", 20, 200))).isEmpty();
    assertThat(clues(180, left("com.acme.Refused", 20, 20)).get(0).strength()).isEqualTo(1);
    assertThat(clues(180, left("com.acme.Refused", 20, 40)).get(0).strength()).isBetween(0.4, 0.5);
    // Nobody knows how often, or there is nothing to compare with.
    assertThat(clues(180, left("com.acme.Refused", 20, 0)).get(0).strength()).isEqualTo(1);
    assertThat(clues(0, left("com.acme.Refused", 20, 200)).get(0).strength()).isEqualTo(1);
  }

  /** The thread may have registered another resource before it, which nobody has recorded. */
  @Test
  void whereNotEveryLifeIsFollowedItSaysLittle() {
    ContextTally around = around(left(false, false, "check", "handle", "serve"));

    assertThat(LeftByException.clues(around, 20, 0, Subject.LEAKED, true))
        .extracting(Clue::feature)
        .containsExactly(Feature.EXCEPTION_UNSURE);
    assertThat(LeftByException.clues(around, 20, 0, Subject.LEAKED, false))
        .extracting(Clue::feature)
        .contains(Feature.EXCEPTION, Feature.EXCEPTION_MADE, Feature.EXCEPTION_OUTSIDE)
        .doesNotContain(Feature.EXCEPTION_UNSURE);
    ContextTally later =
        around(new Left("com.acme.Refused", List.of(frame("close")), null, 20, 20));
    assertThat(LeftByException.clues(later, 20, 0, Subject.LEAKED, true)).isEmpty();
  }

  /** Who only checks, and who called, are told apart from who had the resource. */
  @Test
  void whoMadeItAndWhoCalledAreTold() {
    assertThat(kinds(left(false, false, "check", "validate", "handle", "serve", "run", "main")))
        .containsExactlyInAnyOrder(
            "check exception-made",
            "validate exception-passed",
            "handle exception",
            "serve exception-outside",
            "run exception-outside");
  }

  /** The first of two interceptors is left behind by the second, which the same line creates. */
  @Test
  void whereACallIsMadeAgainItsCallerMayBeTheOneThatTakesTurns() {
    assertThat(kinds(left(true, false, "handle", "serve", "run")))
        .containsExactlyInAnyOrder(
            "handle exception-again", "serve exception-again", "run exception-outside");
  }

  @Test
  void whereManyMethodsHadReturnedItIsFar() {
    assertThat(kinds(left(false, true, "handle", "serve")))
        .containsExactlyInAnyOrder("handle exception-far", "serve exception-outside");
  }

  /** It says whom it came through, and blames nobody: that is for the stacks of siblings. */
  @Test
  void whatIsThrownInALaterCallOnlyCame() {
    Left later = new Left("com.acme.Refused", List.of(frame("close"), frame("run")), null, 20, 20);

    assertThat(LeftByException.clues(around(later), 20, 60, Subject.LEAKED, false))
        .extracting(clue -> clue.method().frame().getMethodName(), Clue::feature, Clue::strength)
        .containsExactly(
            tuple("close", Feature.EXCEPTION_CAME, 1.0), tuple("run", Feature.EXCEPTION_CAME, 1.0));
  }

  /** Nobody can close what was never made. */
  @Test
  void whoCalledAConstructorThatFailedMayReleaseInsteadOfIt() {
    Left left =
        new Left(
            "com.acme.Refused",
            List.of(frame("<init>"), frame("serve")),
            new Example(frame("<init>"), frame("serve"), false, false),
            20,
            20);

    List<Clue> clues = clues(0, left);

    assertThat(clues)
        .extracting(clue -> clue.method().shortName())
        .containsExactly("Server.<init>", "Server.serve");
    assertThat(clues).extracting(Clue::strength).containsExactly(1.0, 0.5);
    assertThat(clues.get(0).sign())
        .isEqualTo(
            new Clue.Told(
                "Server.<init>, or a method it called, created Refused after the last step of 20 of"
                    + " 20 leaked resources, so its object never came to be: release them there, or"
                    + " in Server.serve."));
    assertThat(clues.get(1).sign())
        .isEqualTo(
            new Clue.Told(
                "Server.serve called Server.<init>, in which Refused was created after the last step"
                    + " of 20 of 20 leaked resources: release them when that call fails."));
  }

  /** Lives of which so many have an owner that ended there. */
  private static Ways owned(String end, int times) {
    Ways ways = Lives.ways(20 - times, Lives.register("A.run B.open").way());
    Stop register = new Stop(Stop.Kind.REGISTER, Lives.site("A.run B.open"), 1, null, 1);
    ways.addAll(
        Lives.ways(
            times,
            new Way(
                List.of(register), null, List.of(new Owner("com.acme.Pool", Lives.site(end))))));
    return ways;
  }

  @Test
  void anOwnerThatExplainsAsMuchStaysFirst() {
    assertThat(named(suspects(owned("A.run Pool.close", 20), NONE, 20))).startsWith("close");
    assertThat(named(suspects(owned("A.run Pool.close", 10), NONE, 20)))
        .startsWith("handle", "close");
    assertThat(named(suspects(owned("A.run Server.handle", 20), NONE, 20))).startsWith("handle");
  }

  /** Who released the siblings is often right as it is, and the leaked never came there. */
  @Test
  void whatTheSiblingsSayComesAfterIt() {
    Ways healthy = Lives.ways(20, Lives.register("A.run B.open").end("A.run C.release C.shut"));
    Ways leaked = Lives.ways(20, Lives.register("A.run B.open").way());

    assertThat(named(suspects(leaked, healthy, 20))).startsWith("handle", "shut");
  }
}
