package dev.rollcall.gate.compare;

import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.analysis.finding.MisuseFinding;
import dev.rollcall.gate.Key;
import dev.rollcall.gate.Parts;
import dev.rollcall.gate.Report;
import dev.rollcall.recording.Site;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Two reports compared, group by group. What rules suppress is in neither.
 *
 * @param changes new groups first, then grown, shrunk and gone; of each the largest change first
 * @param unchanged how many groups have as many as before
 * @param open groups of which more are open than before, but for those whose ages are usual; the
 *     largest change first. They are no leaks, and make nothing worse
 */
public record Diff(
    Findings before, Findings after, List<Change> changes, long unchanged, List<Change> open) {
  private static final Comparator<Change> ORDER =
      Comparator.comparing(Change::kind)
          .thenComparing(Comparator.comparingLong(Change::size).reversed())
          .thenComparing(Change::key);

  public Diff {
    changes = List.copyOf(changes);
    open = List.copyOf(open);
  }

  /** Compares a report with an earlier one. */
  public static Diff of(Report earlier, Report later) {
    Findings before = earlier.findings();
    Findings after = later.findings();
    Map<Key, Long> old = countsOf(before);
    Map<Key, Long> now = countsOf(after);
    Names names = new Names();
    names.of(after);
    names.of(before);
    TreeSet<Key> keys = new TreeSet<>(old.keySet());
    keys.addAll(now.keySet());
    List<Change> changes = new ArrayList<>();
    for (Key key : keys) {
      long from = old.getOrDefault(key, 0L);
      long to = now.getOrDefault(key, 0L);
      if (from != to) {
        changes.add(names.change(key, from, to));
      }
    }
    changes.sort(ORDER);
    return new Diff(before, after, changes, keys.size() - changes.size(), open(before, after));
  }

  private static List<Change> open(Findings before, Findings after) {
    Map<String, Long> old = new HashMap<>();
    before.open().groups().forEach(open -> old.put(open.fingerprint(), open.count()));
    return after.open().groups().stream()
        .filter(open -> !open.isUsual())
        .map(
            open ->
                new Change(
                    Key.of(open.group()),
                    open.type(),
                    open.group().site(),
                    old.getOrDefault(open.fingerprint(), 0L),
                    open.count()))
        .filter(change -> change.after() > change.before())
        .sorted(ORDER)
        .toList();
  }

  /** Also of the leaks that are in no group. */
  private static Map<Key, Long> countsOf(Findings findings) {
    Map<Key, Long> counts = new TreeMap<>(Key.counts(findings));
    long unnamed = findings.totals().leaked() - Parts.leaked(findings.groups());
    if (unnamed > 0) {
      counts.put(Key.UNNAMED, unnamed);
    }
    return counts;
  }

  /** What is known of a group besides its key and count. */
  private static final class Names {
    private record Name(String type, Site site) {}

    private final Map<Key, Name> names = new HashMap<>();

    void of(Findings findings) {
      for (LeakFinding group : findings.groups()) {
        names.putIfAbsent(Key.of(group), new Name(group.type(), group.site()));
      }
      for (MisuseFinding group : findings.misuses()) {
        names.putIfAbsent(Key.of(group), new Name(group.type(), group.site()));
      }
    }

    Change change(Key key, long before, long after) {
      Name name = names.getOrDefault(key, new Name("", Site.NONE));
      return new Change(key, name.type(), name.site(), before, after);
    }
  }

  /**
   * What is called differently in the two: a label that all recordings of each have alike.
   *
   * @param key that of the label, as {@code version}
   */
  public record Relabelled(String key, String before, String after) {}

  /** The labels that tell the two apart, as the versions of a program do; by key. */
  public List<Relabelled> relabelled() {
    SortedMap<String, SortedSet<String>> old = labels(before);
    SortedMap<String, SortedSet<String>> now = labels(after);
    List<Relabelled> changed = new ArrayList<>();
    old.forEach(
        (key, values) -> {
          SortedSet<String> others = now.getOrDefault(key, new TreeSet<>());
          if (values.size() == 1 && others.size() == 1 && !values.equals(others)) {
            changed.add(new Relabelled(key, values.first(), others.first()));
          }
        });
    return changed;
  }

  private static SortedMap<String, SortedSet<String>> labels(Findings findings) {
    return LabelValues.of(findings.recordings().stream().map(read -> read.recording()).toList());
  }

  /** How fast the open groups grew, where both reports are of one JVM. */
  public List<Pace> paces() {
    return Pace.of(before, after, open);
  }

  /** How many groups have changed in one way. */
  public long count(Change.Kind kind) {
    return changes.stream().filter(change -> change.kind() == kind).count();
  }

  /** Whether something is new or has grown. */
  public boolean isWorse() {
    return count(Change.Kind.NEW) + count(Change.Kind.GROWN) > 0;
  }

  /** Whether both reports prove that there is nothing else. */
  public boolean isSure() {
    return before.isSure() && after.isSure();
  }
}
