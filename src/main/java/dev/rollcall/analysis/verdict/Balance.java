package dev.rollcall.analysis.verdict;

import dev.rollcall.analysis.finding.Loss;
import dev.rollcall.analysis.life.CheckerLog;
import dev.rollcall.recording.Recording;
import dev.rollcall.recording.Totals;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Compares what was recorded of a checker with its exact totals. What the totals count and the
 * recording lacks is a loss, also where nothing reported it.
 */
public final class Balance {
  /** The totals of a checker that was made while the recording ran. */
  public static final Totals NOTHING = new Totals(0, 0, 0, 0);

  private final CheckerLog log;
  private final List<Loss> losses = new ArrayList<>();

  private Balance(CheckerLog log) {
    this.log = log;
  }

  /** Registrations and releases that are missing. */
  public static List<Loss> ofTotals(CheckerLog log, List<Recording> recordings) {
    Balance balance = new Balance(log);
    balance.totals(recordings);
    return List.copyOf(balance.losses);
  }

  /** What the check or checkpoint that speaks said, and the recording does not hold. */
  public static List<Loss> ofRuling(CheckerLog log, Ruling ruling) {
    Balance balance = new Balance(log);
    balance.word(ruling);
    return List.copyOf(balance.losses);
  }

  /** What is not known of lives that are not followed, for no checkpoint ends the recordings. */
  public static List<Loss> ofUnfollowed(
      CheckerLog log, Ruling ruling, LostEnds lostEnds, List<Recording> recordings) {
    Balance balance = new Balance(log);
    boolean some = log.isPartial() || EventSettings.hasBudget(recordings);
    if (some && lostEnds.endUnseen() && log.hasWord() && !ruling.isFinal()) {
      balance.lose(
          Loss.Kind.VERDICT,
          null,
          "not every life is followed, and the recording ends without a checkpoint of %s, so it"
              + " does not say what became of the others after the last one; a recording that is"
              + " dumped, or ends with the program, has one",
          balance.checker());
    }
    return List.copyOf(balance.losses);
  }

  /** What a checkpoint counted beyond its cap and nothing else tells of. */
  public static List<Loss> ofCountedOnly(CheckerLog log, CountedOnly countedOnly) {
    Balance balance = new Balance(log);
    if (countedOnly.count() > 0) {
      balance.lose(
          Loss.Kind.CHECKPOINT,
          countedOnly.count(),
          "the last checkpoint of %s had too many live resources to write each of them; %,d %s known"
              + " by type and number only: %s",
          balance.checker(),
          countedOnly.count(),
          countedOnly.count() == 1 ? "is" : "are",
          countedOnly.inWords());
    }
    return List.copyOf(balance.losses);
  }

  private void totals(List<Recording> recordings) {
    Totals last = log.lastTotals();
    if (last == null) {
      return;
    }
    Totals first = log.firstTotals().orElse(NOTHING);
    missing(
        Loss.Kind.REGISTRATIONS,
        EventSettings.REGISTER,
        last.followed() - first.followed(),
        log.registrations(),
        last.unfollowed() > 0 ? "registrations of lives that are followed" : "registrations",
        recordings);
    missing(
        Loss.Kind.UNREGISTRATIONS,
        EventSettings.UNREGISTER,
        last.followedEnded() - first.followedEnded(),
        log.unregistrations(),
        last.unfollowed() > 0 ? "releases of lives that are followed" : "releases",
        recordings);
  }

  private void missing(
      Loss.Kind kind,
      String event,
      long counted,
      long recorded,
      String what,
      List<Recording> recordings) {
    boolean off = EventSettings.isOff(event, recordings);
    if (recorded >= counted || (off && recorded == 0)) {
      // None at all, by the user's choice, is no loss.
      return;
    }
    lose(
        kind,
        counted - recorded,
        "%s counted %,d %s but the recording has %,d: %,d missing (%s)",
        checker(),
        counted,
        what,
        recorded,
        counted - recorded,
        off
            ? event + " was switched off for a while"
            : "older than the oldest chunk, made while nothing was recording, or dropped under"
                + " load");
  }

  private void word(Ruling ruling) {
    if (!log.hasWord()) {
      lose(
          Loss.Kind.VERDICT,
          null,
          "the recording has no leak check of %s, and no checkpoint after the first, so it does not"
              + " say what was live at the end",
          checker());
    }
    if (ruling.unnamed() > 0) {
      lose(
          Loss.Kind.LEAKS,
          ruling.unnamed(),
          "%s counted %,d more leaks than the recording has rollcall.Leak events",
          checker(),
          ruling.unnamed());
    }
    LastCheckpoint checkpoint = ruling.checkpoint();
    boolean needed = ruling.basis() != Ruling.Basis.FINAL_CHECK;
    if (checkpoint != null && needed && checkpoint.missing() > 0) {
      lose(
          Loss.Kind.CHECKPOINT,
          checkpoint.missing(),
          "%s wrote %,d live resources at its last checkpoint, but the recording lacks %,d of them",
          checker(),
          checkpoint.event().written(),
          checkpoint.missing());
    }
  }

  private void lose(Loss.Kind kind, @Nullable Long count, String sentence, Object... values) {
    losses.add(new Loss(kind, count, String.format(Locale.ROOT, sentence, values)));
  }

  private String checker() {
    return log.checkerId() == 0 ? "the global checker" : "checker " + log.checkerId();
  }
}
