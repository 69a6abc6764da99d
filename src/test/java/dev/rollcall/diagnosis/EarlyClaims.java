package dev.rollcall.diagnosis;

import dev.rollcall.diagnosis.way.CallPath;
import dev.rollcall.diagnosis.way.CallPaths;
import dev.rollcall.diagnosis.way.Stop;
import dev.rollcall.diagnosis.way.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a sentence claims of lives that ended too early, counted anew. Each ends with the refused.
 */
final class EarlyClaims {
  private static final String NAME = "([^\\s,]+)";
  private static final String MISUSED =
      "([\\d,]+) of ([\\d,]+) (?:over-released|misused) resources?";
  private static final String HEALTHY = "([\\d,]+) of ([\\d,]+) released siblings?";
  private static final String EACH = "each (?:over-released|misused) resource";

  private final List<Way> misused;
  private final List<Way> healthy;
  private final CallPaths paths = new CallPaths();
  private final List<String> wrong = new ArrayList<>();

  private EarlyClaims(List<Way> misused, List<Way> healthy) {
    this.misused = misused;
    this.healthy = healthy;
  }

  /** What is wrong with a sentence on lives; empty where all is true. */
  static List<String> wrong(String sentence, List<Way> misused, List<Way> healthy) {
    EarlyClaims claims = new EarlyClaims(misused, healthy);
    if (!sentence.matches(".*[^:]: [^:]+[.]")) {
      claims.wrong.add("does not end with what to do");
    }
    if (!claims.isKnown(sentence)) {
      claims.wrong.add("is of no known kind");
    }
    return claims.wrong;
  }

  private boolean isKnown(String sentence) {
    return moreGiven(sentence)
        || atAStep(sentence)
        || givenOften(sentence)
        || lessTaken(sentence)
        || takenSeldom(sentence)
        || refused(sentence)
        || repeated(sentence)
        || ended(sentence);
  }

  private boolean moreGiven(String sentence) {
    Matcher m =
        match(NAME + " released " + MISUSED + ", but " + HEALTHY + ": take that ", sentence);
    if (!m.matches()) {
      return false;
    }
    count(
        misused, way -> has(before(way), stop -> gives(m.group(1), stop)), m.group(2), m.group(3));
    count(healthy, way -> has(way, stop -> gives(m.group(1), stop)), m.group(4), m.group(5));
    fewer(m.group(4), m.group(5), m.group(2), m.group(3));
    return true;
  }

  /** How steps of lives that are alike lie beside each other is not counted anew here. */
  private boolean atAStep(String sentence) {
    Matcher given =
        match(
            NAME + " released " + MISUSED + " at a step that siblings like them do not have: ",
            sentence);
    if (given.matches()) {
      String name = given.group(1);
      count(
          misused,
          way -> has(before(way), stop -> gives(name, stop)),
          given.group(2),
          given.group(3));
      return true;
    }
    Matcher taken =
        match(
            NAME + " retained " + HEALTHY + " at a step that " + EACH + " like them lacks: ",
            sentence);
    if (taken.matches()) {
      String name = taken.group(1);
      count(healthy, way -> has(way, stop -> takes(name, stop)), taken.group(2), taken.group(3));
      return true;
    }
    return false;
  }

  private boolean givenOften(String sentence) {
    Matcher m =
        match(NAME + " released " + EACH + " (.+), but each released sibling (.+): ", sentence);
    if (!m.matches()) {
      return false;
    }
    times(average(misused, stop -> gives(m.group(1), stop)), m.group(2));
    times(average(healthy, stop -> gives(m.group(1), stop)), m.group(3));
    return true;
  }

  private boolean lessTaken(String sentence) {
    Matcher m = match(NAME + " retained " + HEALTHY + ", but " + MISUSED + ": retain ", sentence);
    if (!m.matches()) {
      return false;
    }
    count(healthy, way -> has(way, stop -> takes(m.group(1), stop)), m.group(2), m.group(3));
    count(
        misused, way -> has(before(way), stop -> takes(m.group(1), stop)), m.group(4), m.group(5));
    fewer(m.group(4), m.group(5), m.group(2), m.group(3));
    return true;
  }

  private boolean takenSeldom(String sentence) {
    Matcher m =
        match(
            NAME
                + " took (\\S+) references? to each released sibling, but (\\S+) to "
                + EACH
                + ": ",
            sentence);
    if (!m.matches()) {
      return false;
    }
    is(average(healthy, stop -> takes(m.group(1), stop)), m.group(2));
    is(average(misused, stop -> takes(m.group(1), stop)), m.group(3));
    return true;
  }

  private boolean refused(String sentence) {
    Matcher m =
        match(
            NAME
                + " (released|retained) "
                + MISUSED
                + " after (?:its|their) end(?:, as it releases others|, and "
                + HEALTHY
                + ")?: ",
            sentence);
    if (!m.matches()) {
      return false;
    }
    boolean released = m.group(2).equals("released");
    count(misused, way -> isBy(m.group(1), last(way)), m.group(3), m.group(4));
    if (m.group(5) != null) {
      count(
          healthy,
          way -> has(way, stop -> released ? gives(m.group(1), stop) : takes(m.group(1), stop)),
          m.group(5),
          m.group(6));
    }
    return true;
  }

  private boolean repeated(String sentence) {
    Matcher m = match(NAME + " released " + MISUSED + " more than once: ", sentence);
    if (!m.matches()) {
      return false;
    }
    count(
        misused,
        way -> way.stops().stream().filter(stop -> gives(m.group(1), stop)).count() > 1,
        m.group(2),
        m.group(3));
    return true;
  }

  private boolean ended(String sentence) {
    Matcher m =
        match(
            NAME
                + "(, or a method it called,)? gave back the last reference to "
                + MISUSED
                + ", and (?:([^\\s,]+) )?then (?:released|retained) (?:it|them)(?: again)?: ",
            sentence);
    if (!m.matches()) {
      return false;
    }
    String name = m.group(1);
    String then = m.group(5) == null ? name : m.group(5);
    count(
        misused,
        way ->
            isBy(then, last(way))
                && (m.group(2) == null ? isBy(name, end(way)) : isIn(name, end(way))),
        m.group(3),
        m.group(4));
    return true;
  }

  private static Matcher match(String pattern, String sentence) {
    return Pattern.compile(pattern + ".*").matcher(sentence);
  }

  private void count(List<Way> ways, Predicate<Way> wanted, String some, String all) {
    long counted = ways.stream().filter(wanted).count();
    if (counted != Long.parseLong(some) || ways.size() != Long.parseLong(all)) {
      wrong.add("says " + some + " of " + all + " where it is " + counted + " of " + ways.size());
    }
  }

  private void fewer(String some, String all, String others, String allOthers) {
    if (Long.parseLong(some) * Long.parseLong(allOthers)
        >= Long.parseLong(others) * Long.parseLong(all)) {
      wrong.add("says what is no evidence");
    }
  }

  private static double average(List<Way> ways, Predicate<Stop> wanted) {
    double sum = ways.stream().mapToLong(way -> way.stops().stream().filter(wanted).count()).sum();
    return sum / Math.max(1, ways.size());
  }

  private void times(double average, String said) {
    String text = said.endsWith(" times") ? said.substring(0, said.length() - 6) : said;
    is(average, text.equals("once") ? "1" : text.equals("twice") ? "2" : text);
  }

  private void is(double average, String said) {
    String right =
        String.format(Locale.ROOT, average == Math.rint(average) ? "%.0f" : "%.1f", average);
    if (!right.equals(said)) {
      wrong.add("says " + said + " where it is " + right);
    }
  }

  private static Stop last(Way way) {
    return way.stops().get(way.stops().size() - 1);
  }

  private static Way before(Way way) {
    return new Way(way.stops().subList(0, way.stops().size() - 1), null);
  }

  /** The last release before the refused step. */
  private static @Nullable Stop end(Way way) {
    Stop end = null;
    for (Stop stop : before(way).stops()) {
      end = stop.change() < 0 ? stop : end;
    }
    return end;
  }

  private static boolean has(Way way, Predicate<Stop> wanted) {
    return way.stops().stream().anyMatch(wanted);
  }

  private boolean gives(String name, Stop stop) {
    return stop.change() < 0 && isBy(name, stop);
  }

  private boolean takes(String name, Stop stop) {
    return stop.change() > 0 && isBy(name, stop);
  }

  private boolean isBy(String name, @Nullable Stop stop) {
    CallPath path = stop == null ? null : paths.of(stop);
    return path != null && !path.isEmpty() && path.last().shortName().equals(name);
  }

  private boolean isIn(String name, @Nullable Stop stop) {
    return stop != null
        && paths.of(stop).methods().stream().anyMatch(method -> method.shortName().equals(name));
  }
}
