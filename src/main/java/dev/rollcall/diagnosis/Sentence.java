package dev.rollcall.diagnosis;

import dev.rollcall.diagnosis.evidence.Clue;
import dev.rollcall.diagnosis.way.CallPath;
import dev.rollcall.diagnosis.way.CallPaths;
import dev.rollcall.diagnosis.way.Method;
import dev.rollcall.diagnosis.way.Stop;
import dev.rollcall.diagnosis.way.Ways;
import java.util.Locale;
import java.util.function.Predicate;

/** Puts a charge into words: one sentence with the numbers behind it. */
final class Sentence {
  /** Fewer than so many on either side may be chance. */
  private static final long FEW = 3;

  /** So much of the leaked has to fit for the evidence to be strong. */
  private static final double MOST = 0.9;

  private final Charges.Charge charge;
  private final Diagnosis.Group group;
  private final CallPaths paths;
  private final long leaked;
  private final long healthy;

  private Sentence(Charges.Charge charge, Diagnosis.Group group, CallPaths paths) {
    this.charge = charge;
    this.group = group;
    this.paths = paths;
    this.leaked = group.leaked().lives();
    this.healthy = group.healthy().lives();
  }

  /**
   * The suspect that a charge makes; {@code score} from 0 to 1; {@code lent}: whether the charge is
   * against those who ended the resource that this one ends with.
   */
  static Suspect suspect(
      Charges.Charge charge, double score, Diagnosis.Group group, boolean lent, CallPaths paths) {
    Sentence sentence = new Sentence(charge, group, paths);
    String words = lent ? sentence.lent() : sentence.words();
    return new Suspect(
        charge.sign().kind(),
        charge.method().frame(),
        Math.round(score * 100) / 100.0,
        words,
        lent ? Suspect.Confidence.LOW : sentence.confidence());
  }

  private String words() {
    String name = charge.method().shortName();
    Clue.Sign sign = charge.sign();
    if (sign instanceof Clue.Unreleased && releasedBy(charge.method(), group.leaked()) > 0) {
      return say(
          "Missing release in %s: of each leaked one it takes %.1f references and gives back %.1f, of"
              + " each released sibling %.1f and %.1f.",
          name,
          changes(group.leaked(), stop -> stop.change() > 0),
          changes(group.leaked(), stop -> stop.change() < 0),
          changes(group.healthy(), stop -> stop.change() > 0),
          changes(group.healthy(), stop -> stop.change() < 0));
    }
    if (sign instanceof Clue.Unreleased) {
      return say(
          "Missing release in %s: %s; %s.",
          name,
          ofHealthy(releasedBy(charge.method(), group.healthy()), "were released there"),
          ofLeaked(releasedBy(charge.method(), group.leaked()), "was", "were"));
    }
    if (sign instanceof Clue.TurnOff turn) {
      return say(
          "After %s the released siblings went on through %s, on the way to their release; %s.",
          turn.shared().shortName(),
          name,
          ofLeaked(seenIn(charge.method(), group.leaked()), "did", "did"));
    }
    if (sign instanceof Clue.SeenLast seen) {
      return say(
          seen.released()
              ? "The leaked were last seen within %s; their siblings left it and were released in %s."
              : "The leaked were last seen within %s; their released siblings were next seen in %s.",
          name,
          seen.next().shortName());
    }
    if (sign instanceof Clue.Extra) {
      return say(
          "%s takes a reference that was not given back: %s.",
          name, ofHealthy(takenBy(charge.method(), group.healthy()), "take one there"));
    }
    if (sign instanceof Clue.Holder holder) {
      return holder.receiver() == null
          ? say("%s had the resource last, and no release followed%s.", name, weak())
          : say(
              "The resource was handed to %s, which is entered by or goes on in %s, and no release"
                  + " followed%s.",
              holder.receiver(), name, weak());
    }
    if (sign instanceof Clue.Closer closer) {
      return say(
          "Registered in %s, and %s, which gives back other resources, does not give these back%s.",
          closer.holder().shortName(), name, weak());
    }
    Clue.Unpaid unpaid = (Clue.Unpaid) sign;
    return unpaid.registration()
        ? say("Registered in or below %s, and never given back%s.", name, weak())
        : say("The reference taken in or below %s was never given back%s.", name, weak());
  }

  private String lent() {
    return say(
        "These end with another resource that has leaked, too; of that one %s is suspected.",
        charge.method().shortName());
  }

  private String weak() {
    return healthy == 0 ? " (weak: there is no released sibling to compare with)" : "";
  }

  private String ofHealthy(long some, String what) {
    return say(
        "%s %s",
        some >= healthy
            ? say("all %,d released siblings", healthy)
            : say("%,d of %,d released siblings", some, healthy),
        what);
  }

  private String ofLeaked(long some, String one, String many) {
    return some == 0
        ? say("none of the %,d leaked %s", leaked, leaked == 1 ? one : many)
        : say("of the %,d leaked %,d %s", leaked, some, some == 1 ? one : many);
  }

  private Suspect.Confidence confidence() {
    if (healthy < FEW || leaked < FEW) {
      return Suspect.Confidence.LOW;
    }
    if (charge.sign() instanceof Clue.Unreleased
        && releasedBy(charge.method(), group.leaked()) <= (1 - MOST) * leaked
        && releasedBy(charge.method(), group.healthy()) >= MOST * healthy) {
      return Suspect.Confidence.HIGH;
    }
    return charge.sign() instanceof Clue.Unreleased || charge.sign() instanceof Clue.Extra
        ? Suspect.Confidence.MEDIUM
        : Suspect.Confidence.LOW;
  }

  /** How many such steps of a life the method made, on average. */
  private double changes(Ways ways, Predicate<Stop> wanted) {
    double steps = 0;
    for (Ways.Count count : ways.commonestFirst()) {
      steps +=
          (double) count.times()
              * count.way().stops().stream()
                  .filter(stop -> wanted.test(stop) && isBy(charge.method(), stop))
                  .count();
    }
    return steps / Math.max(1, ways.remembered());
  }

  private long releasedBy(Method method, Ways ways) {
    return made(ways, stop -> stop.change() < 0 && isBy(method, stop));
  }

  private long takenBy(Method method, Ways ways) {
    return made(ways, stop -> stop.change() > 0 && isBy(method, stop));
  }

  private long seenIn(Method method, Ways ways) {
    return made(ways, stop -> paths.of(stop).methods().contains(method));
  }

  private boolean isBy(Method method, Stop stop) {
    CallPath path = paths.of(stop);
    return (!path.isEmpty() && path.last().equals(method)) || path.agents().contains(method);
  }

  private static long made(Ways ways, Predicate<Stop> wanted) {
    return ways.commonestFirst().stream()
        .filter(count -> count.way().stops().stream().anyMatch(wanted))
        .mapToLong(Ways.Count::times)
        .sum();
  }

  private static String say(String sentence, Object... values) {
    return String.format(Locale.ROOT, sentence, values);
  }
}
