package dev.rollcall.gate;

import dev.rollcall.analysis.finding.Findings;
import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.analysis.finding.MisuseFinding;
import dev.rollcall.common.Fingerprint;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What makes groups of two reports the same group.
 *
 * @param misuse the kind of misuse; null for leaks
 * @param fingerprint type and site, stable across runs and builds
 */
public record Key(@Nullable String misuse, String fingerprint) implements Comparable<Key> {
  /** Stands for all leaks that nothing but their number is known of. */
  public static final Key UNNAMED = new Key(null, "");

  private static final Comparator<Key> ORDER =
      Comparator.comparing((Key key) -> key.misuse == null ? "" : key.misuse)
          .thenComparing(Key::fingerprint);

  /** The key of leaks. */
  public static Key of(LeakFinding group) {
    return new Key(null, group.fingerprint());
  }

  /** The key of misuses: as with leaks, line numbers do not count. */
  public static Key of(MisuseFinding group) {
    return new Key(group.kind(), Fingerprint.of(group.type(), group.site().frames()));
  }

  /** How many of what findings have. */
  public static Map<Key, Long> counts(Findings findings) {
    Map<Key, Long> counts = new TreeMap<>();
    findings.groups().forEach(group -> counts.merge(of(group), group.count(), Long::sum));
    findings.misuses().forEach(group -> counts.merge(of(group), group.count(), Long::sum));
    return counts;
  }

  @Override
  public int compareTo(Key other) {
    return ORDER.compare(this, other);
  }
}
