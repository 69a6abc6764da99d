package dev.rollcall.analysis.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.rollcall.diagnosis.Suspect;
import dev.rollcall.diagnosis.Suspect.Confidence;
import dev.rollcall.diagnosis.evidence.EvidenceKind;
import dev.rollcall.recording.Site;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Which groups are one cause, and in which order causes come. */
final class CauseTest {
  private static LeakFinding group(String name, long count, Suspect... suspects) {
    return new LeakFinding(
            new LeakOrigin(name, name, Site.NONE),
            new LeakCounts(count, count, 0, new TreeMap<>(), 1))
        .suspecting(Arrays.asList(suspects));
  }

  private static Suspect suspect(String method, int line, Confidence confidence, double score) {
    return new Suspect(
        EvidenceKind.ABSENCE,
        new StackTraceElement("a.B", method, "B.java", line),
        score,
        confidence + " " + score,
        confidence);
  }

  private static Suspect suspect(String method) {
    return suspect(method, 1, Confidence.LOW, 0.5);
  }

  @Test
  void fortyGroupsWithOneFirstSuspectAreOneCause() {
    List<LeakFinding> groups = new ArrayList<>();
    for (int i = 10; i < 50; i++) {
      // The line where it was seen, and who comes second, do not matter.
      groups.add(group("g" + i, 1, suspect("send", i, Confidence.LOW, 0.5), suspect("m" + i)));
    }

    assertThat(Cause.of(groups)).singleElement().extracting(Cause::leaked).isEqualTo(40L);
    assertThat(Cause.of(groups).get(0).groups()).isEqualTo(groups);
    Collections.reverse(groups);
    assertThat(Cause.of(groups).get(0).groups().get(0).fingerprint()).isEqualTo("g10");
  }

  @Test
  void mostLeaksComeFirstAndNotTheLargestGroup() {
    assertThat(
            Cause.of(
                List.of(
                    group("big", 5, suspect("one")),
                    group("a", 3, suspect("two")),
                    group("b", 3, suspect("two")))))
        .extracting(Cause::leaked, cause -> cause.groups().size())
        .containsExactly(tuple(6L, 2), tuple(5L, 1));
  }

  @Test
  void groupsThatNobodyIsSuspectedOfStandAlone() {
    assertThat(Cause.of(List.of(group("b", 2), group("a", 2), group("c", 1))))
        .extracting(Cause::suspect, cause -> cause.groups().get(0).fingerprint())
        .containsExactly(tuple(null, "a"), tuple(null, "b"), tuple(null, "c"));
  }

  @Test
  void theStrongestEvidenceSpeaksForAll() {
    Suspect strongest = suspect("send", 7, Confidence.HIGH, 0.4);

    assertThat(
            Cause.of(
                List.of(
                    group("a", 9, suspect("send", 1, Confidence.LOW, 0.9)),
                    group("b", 1, strongest),
                    group("c", 8, suspect("send", 1, Confidence.HIGH, 0.3)))))
        .extracting(Cause::suspect)
        .containsExactly(strongest);
  }

  @Test
  void whatIsWhollyOwnedBelongsToItsOwnersCause() {
    LeakFinding session =
        group("session", 1, suspect("disconnect"))
            .with(new Ownership(0, List.of(new Ownership.Owned("row", "row", 4))));
    LeakFinding row =
        group("row", 4, suspect("fetch", 1, Confidence.HIGH, 1)).with(new Ownership(4, List.of()));

    assertThat(Cause.of(List.of(session, row)))
        .containsExactly(new Cause(session.suspects().get(0), List.of(session, row)));
    assertThat(Cause.of(List.of(session, row)).get(0).direct()).containsExactly(session);
  }
}
