package dev.rollcall.diagnosis;

import dev.rollcall.diagnosis.evidence.Clue;
import dev.rollcall.diagnosis.way.CallPath;
import dev.rollcall.diagnosis.way.CallPaths;
import dev.rollcall.diagnosis.way.Method;
import dev.rollcall.diagnosis.way.Stop;
import dev.rollcall.diagnosis.way.UsesApart;
import dev.rollcall.diagnosis.way.UsesApart.Part;
import dev.rollcall.diagnosis.way.Way;
import dev.rollcall.diagnosis.way.Ways;
import java.util.List;
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
  private final Subject subject;
  private final List<Part> parts;
  private final long leaked;
  private final long healthy;

  private Sentence(Charges.Charge charge, Diagnosis.Group group, CallPaths paths) {
    this.charge = charge;
    this.group = group;
    this.paths = paths;
    this.subject = group.subject();
    this.parts = new UsesApart(group.healthy()).parts(group.leaked());
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
          "%s in %s: it takes %s to each %s resource and gives back %s; for each"
              + " released sibling it takes %s and gives back %s.",
          subject.missingRelease(),
          name,
          references(changes(group.leaked(), stop -> stop.change() > 0)),
          subject.word(),
          average(changes(group.leaked(), stop -> stop.change() < 0)),
          average(changes(group.healthy(), stop -> stop.change() > 0)),
          average(changes(group.healthy(), stop -> stop.change() < 0)));
    }
    if (sign instanceof Clue.Unreleased) {
      return say(
          "%s in %s: it released %s but %s.",
          subject.missingRelease(),
          name,
          ofHealthy(releasedBy(charge.method(), group.healthy())),
          ofLeaked(0));
    }
    if (sign instanceof Clue.TurnOff turn) {
      return say(
          "After %s, the next step of released siblings was within %s; %s had a step there.",
          turn.shared().shortName(),
          name,
          of(parts.get(0), seenIn(charge.method(), parts.get(0).ways())));
    }
    if (sign instanceof Clue.SeenLast seen) {
      return say(
          seen.released()
              ? "The last step of %s was in %s or a method it called; released siblings left it and"
                  + " were then released in %s."
              : "The last step of %s was in %s or a method it called; the next step of released"
                  + " siblings was in %s.",
          lastSeen(charge.method()),
          name,
          seen.next().shortName());
    }
    if (sign instanceof Clue.Extra) {
      return say(
          "%s took a reference that %s: to %s, and to %s.",
          name,
          subject.notGivenBack(),
          ofLeaked(takenBy(charge.method(), group.leaked())),
          ofHealthy(takenBy(charge.method(), group.healthy())));
    }
    if (sign instanceof Clue.Holder holder) {
      return holder.receiver() == null
          ? say(
              "The resource was last handed on with %s on the path of that call, and no release"
                  + " followed%s.",
              name, weak())
          : say(
              "The resource was last handed to %s, with %s on the path of that call, and no"
                  + " release followed%s.",
              holder.receiver(), name, weak());
    }
    if (sign instanceof Clue.Closer closer) {
      return say(
          "Registered in %s, but not released in %s, which releases other resources%s.",
          closer.holder().shortName(), name, weak());
    }
    Clue.Unpaid unpaid = (Clue.Unpaid) sign;
    return unpaid.registration()
        ? say(
            "Registered in %s or a method it called, and %s released%s.",
            name, subject == Subject.LEAKED ? "never" : "not yet", weak())
        : say(
            "A reference taken in %s or a method it called %s%s.",
            name, subject.notGivenBack(), weak());
  }

  private String lent() {
    return say(
        "Released siblings were released by the end of another resource, so %s"
            + " first: %s is suspected there.",
        subject == Subject.LEAKED ? "fix the other leaks" : "look at what else is open",
        charge.method().shortName());
  }

  private String weak() {
    return healthy == 0 ? " (weak: no released sibling to compare with)" : "";
  }

  private String ofHealthy(long some) {
    return say("%,d of %,d released sibling%s", some, healthy, healthy == 1 ? "" : "s");
  }

  private String ofLeaked(long some) {
    return subject.share(some, leaked);
  }

  /** Of how many it was the last, of those of which it was of any. */
  private String lastSeen(Method method) {
    Part part =
        parts.stream()
            .filter(one -> lastSeenIn(method, one.ways()) > 0)
            .findFirst()
            .orElse(parts.get(0));
    return of(part, lastSeenIn(method, part.ways()));
  }

  private String of(Part part, long some) {
    return subject.share(some, part.ways().lives()) + part.words();
  }

  /** A whole number as one, any other average with one digit. */
  private static String average(double number) {
    return number == Math.rint(number) ? say("%,.0f", number) : say("%,.1f", number);
  }

  private static String references(double number) {
    return average(number) + (number == 1 ? " reference" : " references");
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

  private long lastSeenIn(Method method, Ways ways) {
    return ways.commonestFirst().stream()
        .filter(count -> paths.of(last(count.way())).methods().contains(method))
        .mapToLong(Ways.Count::times)
        .sum();
  }

  private static Stop last(Way way) {
    return way.stops().get(way.stops().size() - 1);
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
