package dev.rollcall.diagnosis;

import dev.rollcall.common.Words;
import dev.rollcall.diagnosis.evidence.Clue;
import dev.rollcall.diagnosis.way.CallPath;
import dev.rollcall.diagnosis.way.CallPaths;
import dev.rollcall.diagnosis.way.Method;
import dev.rollcall.diagnosis.way.UsesApart;
import dev.rollcall.diagnosis.way.UsesApart.Part;
import dev.rollcall.diagnosis.way.Ways;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Puts a charge into words: one sentence that begins with the method, says the numbers behind it
 * and ends with what to do. Every number is counted on the lives that it speaks of.
 */
final class Sentence {
  /** More do not fit into two lines, beside the confidence. */
  private static final int TWO_LINES = 170;

  private final Charges.Charge charge;
  private final Diagnosis.Group group;
  private final CallPaths paths;
  private final Subject subject;
  private final Method method;
  private final String name;
  private final Tally tally;
  private final UsesApart uses;
  private final long leaked;
  private final long healthy;

  private Sentence(Charges.Charge charge, Diagnosis.Group group, CallPaths paths) {
    this.charge = charge;
    this.group = group;
    this.paths = paths;
    this.subject = group.subject();
    this.method = charge.method();
    this.name = method.shortName();
    this.tally = new Tally(method, paths);
    this.uses = new UsesApart(group.healthy());
    // Of those whose way is not remembered nothing could be said.
    this.leaked = group.leaked().remembered();
    this.healthy = group.healthy().remembered();
  }

  /**
   * What a charge says; {@code lent}: whether it is against those who ended the resource that this
   * one ends with.
   */
  static String of(Charges.Charge charge, Diagnosis.Group group, boolean lent, CallPaths paths) {
    Sentence sentence = new Sentence(charge, group, paths);
    if (lent) {
      return sentence.lent();
    }
    StringBuilder words = new StringBuilder(sentence.words());
    for (Clue.Sign sign : charge.beside()) {
      if (sign instanceof Clue.Told told) {
        words.append(' ').append(told.beside());
      }
    }
    return words.toString();
  }

  private String words() {
    Clue.Sign sign = charge.sign();
    if (sign instanceof Clue.Told told) {
      return told.words();
    }
    if (sign instanceof Clue.Came came) {
      return came(came);
    }
    if (sign instanceof Clue.Unreleased unreleased) {
      return released(unreleased);
    }
    if (sign instanceof Clue.PartedAt parted) {
      return parted(parted.last(), parted.next());
    }
    if (sign instanceof Clue.UsedLast) {
      return usedLast();
    }
    if (sign instanceof Clue.Net) {
      return leftOver();
    }
    if (sign instanceof Clue.Kept) {
      return kept();
    }
    if (sign instanceof Clue.TurnOff turn) {
      return turnedOff(turn.shared());
    }
    if (sign instanceof Clue.SeenLast seen) {
      return seenLast(seen);
    }
    if (sign instanceof Clue.Extra) {
      return extra();
    }
    if (sign instanceof Clue.Holder holder) {
      return held(holder.receiver());
    }
    if (sign instanceof Clue.Closer closer) {
      return closed(closer.holder());
    }
    return unpaid(((Clue.Unpaid) sign).registration());
  }

  private String came(Clue.Came came) {
    return say(
        "%s, or a method it called, created %s %s the last step of %s%s.",
        name,
        Words.shortClass(came.exception()),
        came.later() ? "at some time after" : "after",
        ofLeaked(came.lives()),
        subject.todo(say("release %s even if that fails", them())));
  }

  /** It released the siblings, or called who did. */
  private String released(Clue.Unreleased unreleased) {
    if (tally.released(group.leaked()) > 0) {
      return releasedTooSeldom();
    }
    if (tally.released(group.healthy()) > 0) {
      return unreleased(name, tally.released(group.healthy()), unreleased);
    }
    long below = tally.releasedBelow(group.healthy());
    String who = who(below, 0);
    return tally.releasedBelow(group.leaked()) == 0
        ? unreleased(who, below, unreleased)
        : say(
            "%s gave back a reference to %s and to %s, which were released in the end%s.",
            who,
            ofLeaked(tally.releasedBelow(group.leaked())),
            ofHealthy(below),
            subject.todo("see whether one more is due there"));
  }

  private String releasedTooSeldom() {
    double takes = tally.changes(group.leaked(), stop -> stop.change() > 0);
    double gives = tally.changes(group.leaked(), stop -> stop.change() < 0);
    double usuallyTakes = tally.changes(group.healthy(), stop -> stop.change() > 0);
    double usuallyGives = tally.changes(group.healthy(), stop -> stop.change() < 0);
    String todo = subject.todo("give one more back there");
    if (takes - gives > usuallyTakes - usuallyGives) {
      return say(
          "%s takes %s to each %s resource and gives back %s, but for each released sibling it"
              + " takes %s and gives back %s%s.",
          name,
          references(takes),
          subject.word(),
          average(gives),
          average(usuallyTakes),
          average(usuallyGives),
          todo);
    }
    long ended = tally.ended(group.healthy());
    return ended > 0
        ? say(
            "%s gave back a reference to %s, but the last one to %s%s.",
            name, ofLeaked(tally.released(group.leaked())), ofHealthy(ended), todo)
        : say(
            "%s gave back a reference to %s and to %s, which were released in the end%s.",
            name,
            ofLeaked(tally.released(group.leaked())),
            ofHealthy(tally.released(group.healthy())),
            subject.todo("see whether one more is due there"));
  }

  /** Who releases others is right as it is, if the leaked never come there. */
  private String unreleased(String who, long released, Clue.Unreleased unreleased) {
    long came = tally.came(group.leaked());
    if (came > 0) {
      return say(
          "%s released %s but %s, %s%s.",
          who,
          ofHealthy(released),
          ofLeaked(0),
          came < leaked
              ? say("of which %,d came there", came)
              : leaked == 1 ? "which came there" : "which all came there",
          // Where it passes others on, the way out is not always the place to release.
          subject.todo(
              released == healthy
                  ? say("release %s on every way out", them())
                  : say("release %s there, too", them())));
    }
    String never = say("%s released %s; %s came there", who, ofHealthy(released), ofLeaked(0));
    String words = never;
    for (String place : places(unreleased)) {
      words = never + subject.todo(say("release %s %s", them(), place)) + '.';
      if (words.length() <= TWO_LINES) {
        return words;
      }
    }
    return words;
  }

  /**
   * Where the ways part: in the innermost method that both were in, after its last shared step; the
   * shortest words last.
   */
  private List<String> places(Clue.Unreleased unreleased) {
    CallPath last = unreleased.last() == null ? null : paths.of(unreleased.last());
    if (last == null || last.isEmpty()) {
      return List.of(leaked == 1 ? "where it was seen last" : "where they were seen last");
    }
    String after = last.last().shortName();
    int common = last.common(paths.of(unreleased.release()));
    if (common == 0) {
      return List.of(say("after %s, where the ways part", after), "after " + after);
    }
    Method both = last.methods().get(common - 1);
    String in = "in " + both.shortName();
    String part = in + ", where the ways part";
    return both.equals(last.last())
        ? List.of(part, in)
        : List.of(part + " after " + after, part, in);
  }

  private String parted(Method last, Method next) {
    Part part = uses.parts(group.leaked()).get(0);
    Ways siblings = uses.siblings(part);
    return say(
        "%s took %s on%s to %s, %s%s%s.",
        name,
        of(siblings, tally.wentOn(siblings, last, next)),
        last.equals(method) ? "" : " from " + last.shortName(),
        next.equals(method) ? "another step of its own" : next.shortName(),
        but("", part, siblings, ways -> tally.wentOn(ways, last, next)),
        counted(part, siblings),
        subject.todo("release those that it does not take on"));
  }

  private String usedLast() {
    long last = tally.usedLast(group.leaked());
    return say(
        "%s was the last to use %s%s.",
        who(last, tally.usedLastBy(group.leaked())),
        ofLeaked(last),
        subject.todo(say("release %s when that is done", them())));
  }

  private String leftOver() {
    return say(
        "%s and what it calls %s each %s resource that came through, but %s each released"
            + " sibling%s.",
        name,
        left(tally.leftOver(group.leaked())),
        subject.word(),
        left(tally.leftOver(group.healthy())),
        subject.todo("give one more back there"));
  }

  /** What is taken less what is given back, which may be what others took. */
  private static String left(double references) {
    if (references == 0) {
      return "left none to";
    }
    return references < 0
        ? say("gave back %s of", references(-references))
        : say("left %s to", references(references));
  }

  private String kept() {
    return say(
        "%s made an object that keeps %s, and its class has released none%s.",
        name,
        ofLeaked(tally.takenBelow(group.leaked())),
        subject.todo(say("add a method to it that releases %s, and call it", them())));
  }

  private String turnedOff(Method from) {
    Part part = uses.parts(group.leaked()).get(0);
    Ways siblings = uses.siblings(part);
    long handed = tally.onlyHanded(part.ways());
    return say(
        "%s came next after %s for %s, %s%s%s%s.",
        name,
        from.shortName(),
        of(siblings, tally.entered(siblings, from)),
        but("for ", part, siblings, ways -> tally.entered(ways, from)),
        handed == 0
            ? ""
            : say(", though %,d %s handed to it", handed, handed == 1 ? "was" : "were"),
        counted(part, siblings),
        subject.todo(
            handed == 0
                ? "release those that do not get there"
                : "release there what it does not use"));
  }

  private String seenLast(Clue.SeenLast seen) {
    Part part =
        uses.parts(group.leaked()).stream()
            .filter(one -> tally.last(one.ways()) > 0)
            .findFirst()
            .orElseGet(() -> uses.parts(group.leaked()).get(0));
    Ways siblings = uses.siblings(part);
    long last = tally.last(part.ways());
    long went = tally.left(siblings, seen);
    boolean apart = siblings.remembered() == healthy;
    return say(
        "%s made the last step of %s%s%s%s%s.",
        who(last, tally.lastBy(part.ways())),
        of(part, last),
        apart ? part.words() : "",
        went == 0
            ? ""
            : say(
                "; %s went on to %s%s",
                of(siblings, went),
                seen.next().shortName(),
                seen.released() ? " and were released" : ""),
        apart ? "" : counted(part, siblings),
        subject.todo(
            seen.released()
                ? say("release %s in a catch, or before any other return", them())
                : "release those that do not go on"));
  }

  private String extra() {
    long kept = tally.kept(group.leaked());
    if (kept == 0 && !isFewer(group.healthy(), group.leaked(), tally::taken)) {
      return say(
          "%s took %s to each %s resource, and %s to each released sibling%s.",
          name,
          references(tally.changes(group.leaked(), stop -> stop.change() > 0)),
          subject.word(),
          average(tally.changes(group.healthy(), stop -> stop.change() > 0)),
          subject.todo("see whether each is given back"));
    }
    return say(
        "%s took a reference to %s and to %s%s%s.",
        name,
        ofLeaked(tally.taken(group.leaked())),
        ofHealthy(tally.taken(group.healthy())),
        kept == 0
            ? ""
            : say(
                "; %,d of these %s given back",
                kept,
                subject == Subject.LEAKED
                    ? kept == 1 ? "was never" : "were never"
                    : kept == 1 ? "has not been" : "have not been"),
        subject.todo("give it back there"));
  }

  private String held(@Nullable String receiver) {
    return say(
        "%s, or a method it called, was the last to get %s%s; that reference %s%s%s.",
        name,
        ofLeaked(tally.handed(group.leaked(), receiver)),
        receiver == null ? "" : ", handed to " + receiver,
        subject.notGivenBack(),
        weak(),
        subject.todo(say("release %s there, or hand %s on", them(), them())));
  }

  private String closed(Method holder) {
    return say(
        "%s releases other resources of its class, but %s, registered in %s%s%s.",
        name,
        ofLeaked(tally.released(group.leaked())),
        holder.shortName(),
        weak(),
        subject.todo(say("release %s there, too", them())));
  }

  private String unpaid(boolean registration) {
    if (registration) {
      long registered = tally.registered(group.leaked());
      return say(
          "%s registered %s, %s released%s%s.",
          who(registered, tally.registeredBy(group.leaked())),
          ofLeaked(registered),
          subject == Subject.LEAKED ? "never" : "not yet",
          weak(),
          subject.todo(say("release %s there", them())));
    }
    return say(
        "%s, or a method it called, took a reference to %s that %s%s%s.",
        name,
        ofLeaked(tally.retainedBelow(group.leaked())),
        subject.notGivenBack(),
        weak(),
        subject.todo("give it back there"));
  }

  private String lent() {
    return say(
        "%s is suspected of %s another resource, by whose end %s %s released%s.",
        name,
        subject == Subject.LEAKED ? "leaking" : "holding",
        ofHealthy(tally.nested(group.healthy())),
        healthy == 1 ? "was" : "were",
        subject == Subject.LEAKED ? ": fix that leak first" : ": look at that one first");
  }

  /** The method, and whether all was done by it or some of it by what it called. */
  private String who(long all, long itself) {
    return itself == all ? name : name + ", or a method it called,";
  }

  /** How many of the leaked are as the siblings are; none is said where as many are. */
  private String but(String preposition, Part part, Ways siblings, ToLongFunction<Ways> like) {
    return isFewer(part.ways(), siblings, like)
        ? say("but %s%s", preposition, of(part, like.applyAsLong(part.ways())))
        : "after the last step that both have";
  }

  /** Whether a smaller share of some lives than of others is so. */
  private static boolean isFewer(Ways some, Ways others, ToLongFunction<Ways> like) {
    return like.applyAsLong(some) * others.remembered()
        < like.applyAsLong(others) * some.remembered();
  }

  private String them() {
    return leaked == 1 ? "it" : "them";
  }

  private String weak() {
    return healthy == 0 ? " (weak: no sibling was released)" : "";
  }

  private String ofHealthy(long some) {
    return of(group.healthy(), some);
  }

  private String ofLeaked(long some) {
    return subject.share(some, leaked);
  }

  private String of(Part part, long some) {
    return subject.share(some, part.ways().remembered());
  }

  private static String of(Ways siblings, long some) {
    long all = siblings.remembered();
    return say("%,d of %,d released sibling%s", some, all, all == 1 ? "" : "s");
  }

  /** Which lives are counted, where it is not all of them. */
  private String counted(Part part, Ways siblings) {
    return part.words().isEmpty() && siblings.remembered() != healthy
        ? " (of those whose uses are recorded)"
        : part.words();
  }

  /** A whole number as one, any other average with one digit. */
  private static String average(double number) {
    return number == Math.rint(number) ? say("%,.0f", number) : say("%,.1f", number);
  }

  private static String references(double number) {
    return average(number) + (number == 1 ? " reference" : " references");
  }

  private static String say(String sentence, Object... values) {
    return String.format(Locale.ROOT, sentence, values);
  }
}
