package dev.rollcall.diagnosis.evidence;

import dev.rollcall.diagnosis.match.Alignment;
import dev.rollcall.diagnosis.match.Match;
import dev.rollcall.diagnosis.way.CallPath;
import dev.rollcall.diagnosis.way.CallPaths;
import java.util.ArrayList;
import java.util.List;

/** Who took a reference of the leaked that the siblings do not take. */
final class Presence {
  private Presence() {}

  /** What a sibling says; {@code straight}: as in {@link Absence#of}. */
  static List<Clue> of(Match sibling, boolean straight, CallPaths paths) {
    Alignment alignment = sibling.alignment();
    Feature feature = straight ? Feature.PRESENCE : Feature.PRESENCE_ASIDE;
    // Where a release is missing as well, either may be the explanation.
    double share = sibling.share() * (alignment.missing().isEmpty() ? 1 : 0.5);
    List<Clue> clues = new ArrayList<>();
    for (int i = 0; i < alignment.extra().size(); i++) {
      CallPath path = paths.of(alignment.extra().get(i));
      if (!path.isEmpty()) {
        clues.add(new Clue(path.last(), feature, share / (i + 1), new Clue.Extra()));
      }
    }
    return clues;
  }
}
