package dev.rollcall.diagnosis.evidence;

import dev.rollcall.diagnosis.match.Alignment;
import dev.rollcall.diagnosis.match.Match;
import dev.rollcall.diagnosis.way.CallPath;
import dev.rollcall.diagnosis.way.CallPaths;
import dev.rollcall.diagnosis.way.Stop;
import dev.rollcall.diagnosis.way.Way;
import java.util.ArrayList;
import java.util.List;

/** Collects what one way of leaked lives has to say, beside those of its siblings. */
public final class Clues {
  private final CallPaths paths;
  private final Releases releases;
  private final Holders holders;

  public Clues(CallPaths paths, Releases releases, Receivers receivers, Closers closers) {
    this.paths = paths;
    this.releases = releases;
    this.holders = new Holders(paths, receivers, closers);
  }

  /** What a way says; {@code compared}: as it was laid beside its siblings. */
  public List<Clue> of(Way way, Way compared, List<Match> siblings) {
    List<Clue> clues = new ArrayList<>();
    boolean explained = false;
    Absence absence = new Absence(way, siblings, releases, paths);
    for (Match sibling : siblings) {
      Alignment alignment = sibling.alignment();
      boolean straight = alignment.straight() || cameToRelease(way, alignment);
      clues.addAll(Presence.of(sibling, straight, paths));
      clues.addAll(absence.of(sibling, straight));
      clues.addAll(Parting.of(alignment, sibling.share(), paths));
      explained |= alignment.explains(straight);
    }
    clues.addAll(holders.of(way, explained));
    clues.addAll(LastUse.of(compared, explained, paths));
    return clues;
  }

  /**
   * Whether it came into the very call that releases the sibling, did something else there, and
   * left it.
   */
  private boolean cameToRelease(Way way, Alignment alignment) {
    if (alignment.missing().isEmpty() || way.stops().isEmpty()) {
      return false;
    }
    CallPath released = paths.of(alignment.missing().get(0));
    Stop last = way.stops().get(way.stops().size() - 1);
    return last.change() == 0
        && !released.isEmpty()
        && paths.of(last).common(released) == released.depth();
  }
}
