package dev.rollcall.analysis.verdict;

import dev.rollcall.analysis.life.CheckerLog;
import dev.rollcall.analysis.life.Fingerprints;
import dev.rollcall.analysis.life.Life;
import dev.rollcall.common.Bytes;
import dev.rollcall.common.Words;
import dev.rollcall.recording.LifecycleEvent.LiveGroup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Resources that lived at the last checkpoint, beyond those that it wrote one by one, and of which
 * the recording has no life: known by type and number only. Asked where nothing final speaks; what
 * a final word counts is in the {@link Ruling}.
 *
 * @param groups the same by group: as many of each type
 */
public record CountedOnly(Map<String, Long> byType, List<LiveGroup> groups) {
  private static final int SHOWN = 5;

  public static CountedOnly of(CheckerLog log, Ruling ruling, Fingerprints fingerprints) {
    LastCheckpoint checkpoint = ruling.checkpoint();
    Map<String, Long> left = new HashMap<>();
    if (checkpoint == null || ruling.isFinal()) {
      return new CountedOnly(left, List.of());
    }
    List<LiveGroup> counted =
        checkpoint.groups().stream().filter(group -> !group.isIgnored()).toList();
    counted.forEach(group -> left.merge(group.type(), group.count(), Long::sum));
    Map<String, Long> told = new HashMap<>();
    Map<String, Long> bytes = new HashMap<>();
    boolean some = log.isPartial();
    for (Life life : log.lives()) {
      // One whose end has no event may be among them or over: it is told of by number only.
      if (left.containsKey(life.type())
          && !life.endsUnseen(some)
          && isOneOfThem(life, checkpoint)) {
        subtract(left, life.type(), 1);
        String fingerprint = fingerprints.of(life, null);
        told.merge(fingerprint, 1L, Long::sum);
        bytes.merge(fingerprint, life.bytes(), Bytes::plus);
      }
    }
    log.folded().survivors().byType().forEach((type, gone) -> subtract(left, type, gone));
    left.values().removeIf(count -> count <= 0);
    return new CountedOnly(left, left(counted, told, bytes, left, fingerprints));
  }

  private static void subtract(Map<String, Long> left, String type, long count) {
    left.computeIfPresent(type, (t, known) -> known - count);
  }

  /**
   * The groups without those of which the recording has the life. Where that does not add up, as
   * some sites are not known, the number of a type stands.
   */
  private static List<LiveGroup> left(
      List<LiveGroup> counted,
      Map<String, Long> told,
      Map<String, Long> bytes,
      Map<String, Long> byType,
      Fingerprints fingerprints) {
    Map<String, Long> without = new HashMap<>(told);
    Map<String, Long> held = new HashMap<>(bytes);
    Map<String, Long> open = new HashMap<>(byType);
    List<LiveGroup> groups = new ArrayList<>();
    for (LiveGroup group : counted) {
      String fingerprint = fingerprints.of(group);
      long known = Math.min(group.count(), without.getOrDefault(fingerprint, 0L));
      without.merge(fingerprint, -known, Long::sum);
      long theirs = Math.min(group.bytes(), held.getOrDefault(fingerprint, 0L));
      held.merge(fingerprint, -theirs, Long::sum);
      long rest = group.count() - known;
      long count = Math.min(rest, open.getOrDefault(group.type(), 0L));
      if (count > 0) {
        open.merge(group.type(), -count, Long::sum);
        groups.add(group.of(count, count == rest ? group.bytes() - theirs : 0));
      }
    }
    return List.copyOf(groups);
  }

  /** Whether a life that the recording has is one of those beyond the cap. */
  private static boolean isOneOfThem(Life life, LastCheckpoint checkpoint) {
    // What was registered while it looked may be among them or not.
    boolean began =
        life.registered() == null
            || life.registered().moment().time() < checkpoint.event().moment().time();
    boolean ended =
        life.unregistered() != null && life.unregistered().moment().time() < checkpoint.scanned();
    return began && !ended && !life.isOnlyMisused() && !checkpoint.lists(life);
  }

  public long count() {
    return byType.values().stream().mapToLong(Long::longValue).sum();
  }

  /** How many of which type, the most frequent first. */
  String inWords() {
    String types =
        byType.entrySet().stream()
            .sorted(
                Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(SHOWN)
            .map(type -> String.format(Locale.ROOT, "%,d x %s", type.getValue(), type.getKey()))
            .collect(Collectors.joining(", "));
    return byType.size() <= SHOWN
        ? types
        : types + " and " + Words.count(byType.size() - SHOWN, "more type");
  }
}
