package dev.rollcall.diagnosis;

import dev.rollcall.diagnosis.way.CallPath;
import dev.rollcall.diagnosis.way.CallPaths;
import dev.rollcall.diagnosis.way.HandOver;
import dev.rollcall.diagnosis.way.Method;
import dev.rollcall.diagnosis.way.Stop;
import dev.rollcall.diagnosis.way.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a sentence claims, read from its text and counted anew, life by life. It knows nothing of
 * how the sentence was made.
 */
public final class Claims {
  private static final String LEAKED = "([\\d,]+) of ([\\d,]+) leaked resources?";
  private static final String HEALTHY = "([\\d,]+) of ([\\d,]+) released siblings?";
  private static final String NAME = "([^\\s,]+)";
  private static final String BELOW = "(, or a method it called,)?";
  private static final String BUT =
      "(?:but (?:for )?" + LEAKED + "|after the last step that both have)";
  private static final String LEFT = "(left|gave back) (none|\\S+ references?) (?:to|of)";
  private static final String WEAK = "(?: \\(weak: no sibling was released\\))?";

  private final List<Way> leaked;
  private final List<Way> healthy;
  private final CallPaths paths;
  private final List<String> wrong = new ArrayList<>();

  private Claims(List<Way> leaked, List<Way> healthy, CallPaths paths) {
    this.leaked = leaked;
    this.healthy = healthy;
    this.paths = paths;
  }

  /** What is wrong with a sentence on lives; empty where all is true. */
  public static List<String> wrong(
      String sentence, List<Way> leaked, List<Way> healthy, CallPaths paths) {
    Claims claims = new Claims(leaked, healthy, paths);
    claims.check(sentence);
    return claims.wrong;
  }

  private void check(String sentence) {
    if (!sentence.matches(".*[^:]: [^:]+[.]")) {
      wrong.add("does not end with what to do");
    }
    boolean known =
        tooSeldom(sentence)
            || notTheLast(sentence)
            || asOthers(sentence)
            || missing(sentence)
            || elsewhere(sentence)
            || turnedOff(sentence)
            || seenLast(sentence)
            || extra(sentence)
            || tookMore(sentence)
            || given(sentence)
            || closer(sentence)
            || parted(sentence)
            || usedLast(sentence)
            || leftOver(sentence)
            || kept(sentence)
            || registered(sentence)
            || taken(sentence)
            || lent(sentence);
    if (!known) {
      wrong.add("is of no known kind");
    }
  }

  private static Matcher match(String pattern, String sentence) {
    return Pattern.compile(pattern + ".*").matcher(sentence);
  }

  private boolean tooSeldom(String sentence) {
    Matcher m =
        match(
            NAME
                + " takes (\\S+) references? to each leaked resource and gives back (\\S+), but for"
                + " each released sibling it takes (\\S+) and gives back (\\S+): ",
            sentence);
    if (!m.matches()) {
      return false;
    }
    String name = m.group(1);
    average(leaked, stop -> stop.change() > 0 && isBy(name, stop), m.group(2));
    average(leaked, stop -> stop.change() < 0 && isBy(name, stop), m.group(3));
    average(healthy, stop -> stop.change() > 0 && isBy(name, stop), m.group(4));
    average(healthy, stop -> stop.change() < 0 && isBy(name, stop), m.group(5));
    return true;
  }

  private boolean notTheLast(String sentence) {
    Matcher m =
        match(
            NAME
                + " gave back a reference to "
                + LEAKED
                + ", but the last one to "
                + HEALTHY
                + ": ",
            sentence);
    if (!m.matches()) {
      return false;
    }
    String name = m.group(1);
    count(leaked, way -> has(way, stop -> isRelease(name, stop)), m.group(2), m.group(3), 1);
    count(healthy, way -> isRelease(name, last(way)), m.group(4), m.group(5), 1);
    return true;
  }

  private boolean asOthers(String sentence) {
    Matcher m =
        match(
            NAME
                + BELOW
                + " gave back a reference to "
                + LEAKED
                + " and to "
                + HEALTHY
                + ", which were released in the end: ",
            sentence);
    if (!m.matches()) {
      return false;
    }
    Predicate<Way> releases = way -> has(way, release(m.group(1), m.group(2)));
    count(leaked, releases, m.group(3), m.group(4), 1);
    count(healthy, releases, m.group(5), m.group(6), 1);
    return true;
  }

  private boolean missing(String sentence) {
    Matcher m =
        match(
            NAME
                + BELOW
                + " released "
                + HEALTHY
                + " but "
                + LEAKED
                + ", (which came there|which all came there|of which ([\\d,]+) came there): release"
                + " (?:it|them) (on every way out|there, too)[.]",
            sentence);
    if (!m.matches()) {
      return false;
    }
    String name = m.group(1);
    Predicate<Stop> release = release(name, m.group(2));
    count(healthy, way -> has(way, release), m.group(3), m.group(4), 1);
    count(leaked, way -> has(way, release), m.group(5), m.group(6), 0);
    String came = m.group(8) == null ? m.group(6) : m.group(8);
    count(leaked, way -> cameTo(name, way), came, m.group(6), 1);
    if (m.group(9).startsWith("on") != m.group(3).equals(m.group(4))) {
      wrong.add("says " + m.group(9));
    }
    return true;
  }

  private boolean elsewhere(String sentence) {
    Matcher m =
        match(
            NAME
                + BELOW
                + " released "
                + HEALTHY
                + "; "
                + LEAKED
                + " came there: release (?:it|them) (?:where (?:it was|they were) seen last"
                + "|in (\\S+), where the ways part|in (\\S+), where the ways part after (\\S+)"
                + "|after (\\S+), where the ways part)[.]",
            sentence);
    if (!m.matches()) {
      return false;
    }
    String name = m.group(1);
    Predicate<Stop> release = release(name, m.group(2));
    count(healthy, way -> has(way, release), m.group(3), m.group(4), 1);
    count(leaked, way -> cameTo(name, way), m.group(5), m.group(6), 0);
    parting(release, m.group(7), m.group(7));
    parting(release, m.group(8), m.group(9));
    parting(release, null, m.group(10));
    return true;
  }

  private Predicate<Stop> release(String name, @Nullable String orBelow) {
    return stop -> stop.change() < 0 && below(name, orBelow).test(stop);
  }

  /** The ways part after a step that some of both have, in a method from which others went on. */
  private void parting(Predicate<Stop> release, @Nullable String in, @Nullable String after) {
    if (after == null) {
      return;
    }
    Predicate<Stop> shared = stop -> isLast(after, stop) && (in == null || isIn(in, stop));
    if (count(leaked, way -> has(way, shared)) == 0
        || count(healthy, way -> has(way, stop -> isLast(after, stop))) == 0
        || count(
                healthy,
                way -> has(way, stop -> release.test(stop) && (in == null || isIn(in, stop))))
            == 0) {
      wrong.add("the ways do not part there");
    }
  }

  private boolean turnedOff(String sentence) {
    Matcher m =
        match(
            NAME
                + " came next after (\\S+) for "
                + HEALTHY
                + ", "
                + BUT
                + "(, though ([\\d,]+) (?:was|were) handed to it)?: ",
            sentence);
    if (!m.matches()) {
      return false;
    }
    String name = m.group(1);
    BiPredicate<Stop, Stop> came = (one, next) -> isLast(m.group(2), one) && isIn(name, next);
    count(healthy, way -> follows(way, came), m.group(3), m.group(4), 1);
    fewer(way -> follows(way, came), m.group(5));
    total(leaked, m.group(6));
    count(
        leaked,
        way -> isHandedTo(name, way) && !has(way, stop -> isIn(name, stop)),
        m.group(8) == null ? "0" : m.group(8),
        Integer.toString(leaked.size()),
        0);
    return true;
  }

  /** So many of the leaked as is said, and fewer than of the siblings; if not, nothing is said. */
  private void fewer(Predicate<Way> like, @Nullable String some) {
    long counted = count(leaked, like);
    if (some != null && counted != number(some)) {
      wrong.add("says " + some + " where it is " + counted);
    }
    boolean fewer = counted * healthy.size() < count(healthy, like) * leaked.size();
    if (fewer != (some != null)) {
      wrong.add("says nothing of the leaked, or what is no evidence");
    }
  }

  private Predicate<Stop> below(String name, @Nullable String orBelow) {
    return stop -> orBelow == null ? isBy(name, stop) : isIn(name, stop);
  }

  private boolean seenLast(String sentence) {
    Matcher m =
        match(
            NAME
                + BELOW
                + " made the last step of "
                + LEAKED
                + "(?:; "
                + HEALTHY
                + " went on to ([^\\s:,]+)( and were released)?)?: ",
            sentence);
    if (!m.matches()) {
      return false;
    }
    String name = m.group(1);
    Predicate<Stop> there = below(name, m.group(2));
    count(leaked, way -> there.test(last(way)), m.group(3), m.group(4), 1);
    if (m.group(5) == null) {
      return true;
    }
    count(
        healthy,
        way ->
            follows(
                way,
                (one, next) ->
                    isIn(name, one)
                        && isLast(m.group(7), next)
                        && (m.group(8) == null || next.change() < 0)),
        m.group(5),
        m.group(6),
        1);
    return true;
  }

  private boolean extra(String sentence) {
    Matcher m =
        match(
            NAME
                + " took a reference to "
                + LEAKED
                + " and to "
                + HEALTHY
                + "(; ([\\d,]+) of these (?:was|were) never given back)?: ",
            sentence);
    if (!m.matches()) {
      return false;
    }
    String name = m.group(1);
    Predicate<Way> takes = way -> has(way, stop -> stop.change() > 0 && isBy(name, stop));
    count(leaked, takes, m.group(2), m.group(3), 1);
    count(healthy, takes, m.group(4), m.group(5), 0);
    if (m.group(7) == null
        && number(m.group(2)) * number(m.group(5)) <= number(m.group(4)) * number(m.group(3))) {
      wrong.add("says what siblings do as well");
    }
    if (m.group(7) != null && number(m.group(7)) > count(leaked, takes.and(Claims::owes))) {
      wrong.add("more were never given back than were taken");
    }
    return true;
  }

  private boolean tookMore(String sentence) {
    Matcher m =
        match(
            NAME
                + " took (\\S+) references? to each leaked resource, and (\\S+) to each released"
                + " sibling: ",
            sentence);
    if (!m.matches()) {
      return false;
    }
    average(leaked, stop -> stop.change() > 0 && isBy(m.group(1), stop), m.group(2));
    average(healthy, stop -> stop.change() > 0 && isBy(m.group(1), stop), m.group(3));
    return true;
  }

  private boolean given(String sentence) {
    Matcher m =
        match(
            NAME
                + ", or a method it called, was the last to get "
                + LEAKED
                + "(?:, handed to ([^\\s;]+))?; that reference was never given back"
                + WEAK
                + ": ",
            sentence);
    if (!m.matches()) {
      return false;
    }
    if (number(m.group(2))
        > count(
            leaked,
            way ->
                owes(way)
                    && has(
                        way,
                        stop ->
                            m.group(4) == null
                                ? HandOver.is(stop)
                                : m.group(4).equals(HandOver.receiver(stop))))) {
      wrong.add("more were handed over than were");
    }
    total(leaked, m.group(3));
    atLeast(1, m.group(2));
    return true;
  }

  private boolean closer(String sentence) {
    Matcher m =
        match(
            NAME
                + " releases other resources of its class, but "
                + LEAKED
                + ", registered in ([^\\s:]+)"
                + WEAK
                + ": ",
            sentence);
    if (!m.matches()) {
      return false;
    }
    String name = m.group(1);
    count(leaked, way -> has(way, stop -> isRelease(name, stop)), m.group(2), m.group(3), 0);
    if (count(leaked, way -> isIn(m.group(4), way.stops().get(0))) == 0) {
      wrong.add("none was registered in " + m.group(4));
    }
    return true;
  }

  private boolean parted(String sentence) {
    Matcher m =
        match(
            NAME
                + " took "
                + HEALTHY
                + " on(?: from (\\S+))? to (another step of its own|[^\\s,]+), "
                + BUT
                + ": ",
            sentence);
    if (!m.matches()) {
      return false;
    }
    String name = m.group(1);
    String from = m.group(4) == null ? name : m.group(4);
    String to = m.group(5).contains(" ") ? name : m.group(5);
    BiPredicate<Stop, Stop> went = (one, next) -> isLast(from, one) && isLast(to, next);
    count(healthy, way -> follows(way, went), m.group(2), m.group(3), 1);
    fewer(way -> follows(way, went), m.group(6));
    total(leaked, m.group(7));
    return true;
  }

  private boolean usedLast(String sentence) {
    Matcher m = match(NAME + BELOW + " was the last to use " + LEAKED + ": ", sentence);
    if (!m.matches()) {
      return false;
    }
    Predicate<Stop> there = below(m.group(1), m.group(2));
    count(
        leaked,
        way -> last(way).kind() == Stop.Kind.TOUCH && there.test(last(way)),
        m.group(3),
        m.group(4),
        1);
    return true;
  }

  private boolean leftOver(String sentence) {
    Matcher m =
        match(
            NAME
                + " and what it calls "
                + LEFT
                + " each leaked resource that came through, but "
                + LEFT
                + " each released sibling: ",
            sentence);
    if (!m.matches()) {
      return false;
    }
    String name = m.group(1);
    left(leaked, name, references(m.group(2), m.group(3)));
    left(healthy, name, references(m.group(4), m.group(5)));
    return true;
  }

  private static String references(String verb, String said) {
    String number = said.equals("none") ? "0" : said.substring(0, said.indexOf(' '));
    return (verb.startsWith("gave") ? "-" : "") + number;
  }

  private void left(List<Way> ways, String name, String said) {
    long through = count(ways, way -> has(way, stop -> isIn(name, stop)));
    double sum =
        ways.stream()
            .flatMap(way -> way.stops().stream())
            .filter(stop -> isIn(name, stop))
            .mapToInt(Stop::change)
            .sum();
    is(through == 0 ? 0 : sum / through, said);
  }

  private boolean kept(String sentence) {
    Matcher m =
        match(
            NAME + " made an object that keeps " + LEAKED + ", and its class has released none: ",
            sentence);
    if (!m.matches()) {
      return false;
    }
    count(
        leaked,
        way -> has(way, stop -> stop.change() > 0 && isIn(m.group(1), stop)),
        m.group(2),
        m.group(3),
        1);
    return true;
  }

  private boolean registered(String sentence) {
    Matcher m =
        match(NAME + BELOW + " registered " + LEAKED + ", never released" + WEAK + ": ", sentence);
    if (!m.matches()) {
      return false;
    }
    Predicate<Stop> there = below(m.group(1), m.group(2));
    count(leaked, way -> there.test(way.stops().get(0)), m.group(3), m.group(4), 1);
    return true;
  }

  private boolean taken(String sentence) {
    Matcher m =
        match(
            NAME
                + ", or a method it called, took a reference to "
                + LEAKED
                + " that was never given back"
                + WEAK
                + ": ",
            sentence);
    if (!m.matches()) {
      return false;
    }
    String name = m.group(1);
    if (number(m.group(2))
        > count(
            leaked, way -> owes(way) && has(way, stop -> stop.change() > 0 && isIn(name, stop)))) {
      wrong.add("more are owed than were taken");
    }
    total(leaked, m.group(3));
    atLeast(1, m.group(2));
    return true;
  }

  private boolean lent(String sentence) {
    Matcher m =
        match(
            NAME
                + " is suspected of leaking another resource, by whose end "
                + HEALTHY
                + " (?:was|were) released: ",
            sentence);
    if (!m.matches()) {
      return false;
    }
    count(healthy, way -> paths.of(last(way)).nested(), m.group(2), m.group(3), 1);
    return true;
  }

  private static long number(String text) {
    return Long.parseLong(text.replace(",", ""));
  }

  private static long count(List<Way> ways, Predicate<Way> wanted) {
    return ways.stream().filter(wanted).count();
  }

  private void count(List<Way> ways, Predicate<Way> wanted, String some, String all, long least) {
    long counted = count(ways, wanted);
    if (counted != number(some)) {
      wrong.add("says " + some + " where it is " + counted);
    }
    total(ways, all);
    atLeast(least, some);
  }

  private void total(List<Way> ways, @Nullable String all) {
    if (all != null && ways.size() != number(all)) {
      wrong.add("says of " + all + " where there are " + ways.size());
    }
  }

  private void atLeast(long least, String some) {
    if (number(some) < least) {
      wrong.add("says " + some + ", which is no evidence");
    }
  }

  private void average(List<Way> ways, Predicate<Stop> wanted, String said) {
    double sum = ways.stream().mapToLong(w -> w.stops().stream().filter(wanted).count()).sum();
    is(ways.isEmpty() ? 0 : sum / ways.size(), said);
  }

  private void is(double average, String said) {
    String right =
        average == Math.rint(average)
            ? String.format(Locale.ROOT, "%,.0f", average)
            : String.format(Locale.ROOT, "%,.1f", average);
    if (!right.equals(said)) {
      wrong.add("says " + said + " where it is " + right);
    }
  }

  /** Whether more was taken than given back. */
  private static boolean owes(Way way) {
    return way.stops().stream().mapToInt(Stop::change).sum() > 0;
  }

  private static Stop last(Way way) {
    return way.stops().get(way.stops().size() - 1);
  }

  private static boolean has(Way way, Predicate<Stop> wanted) {
    return way.stops().stream().anyMatch(wanted);
  }

  private static boolean follows(Way way, BiPredicate<Stop, Stop> wanted) {
    for (int i = 1; i < way.stops().size(); i++) {
      if (wanted.test(way.stops().get(i - 1), way.stops().get(i))) {
        return true;
      }
    }
    return false;
  }

  private boolean isLast(String name, Stop stop) {
    CallPath path = paths.of(stop);
    return !path.isEmpty() && path.last().shortName().equals(name);
  }

  private boolean isBy(String name, Stop stop) {
    return isLast(name, stop)
        || paths.of(stop).agents().stream().anyMatch(method -> method.shortName().equals(name));
  }

  private boolean isRelease(String name, Stop stop) {
    return stop.change() < 0 && isBy(name, stop);
  }

  private boolean isIn(String name, Stop stop) {
    CallPath path = paths.of(stop);
    return path.methods().stream().anyMatch(method -> method.shortName().equals(name))
        || path.agents().stream().anyMatch(method -> method.shortName().equals(name));
  }

  private boolean cameTo(String name, Way way) {
    return has(way, stop -> isIn(name, stop)) || isHandedTo(name, way);
  }

  private static boolean isHandedTo(String name, Way way) {
    String owner = name.substring(0, name.lastIndexOf('.'));
    return has(
        way,
        stop -> {
          String receiver = HandOver.receiver(stop);
          return receiver != null && (owner.equals(receiver) || owner.startsWith(receiver + "$"));
        });
  }

  /** The name by which a sentence calls a frame. */
  static String name(StackTraceElement frame) {
    return Method.of(frame).shortName();
  }
}
