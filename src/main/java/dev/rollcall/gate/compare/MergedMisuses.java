package dev.rollcall.gate.compare;

import dev.rollcall.analysis.finding.History;
import dev.rollcall.analysis.finding.MisuseFinding;
import dev.rollcall.common.Frames;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Adds up groups of misuses of one kind, of one type, at one line. */
final class MergedMisuses {
  private record Place(String kind, String type, List<StackTraceElement> frames) {}

  private final int examples;
  private final Map<Place, MisuseFinding> groups = new LinkedHashMap<>();

  MergedMisuses(int examples) {
    this.examples = examples;
  }

  void add(MisuseFinding group) {
    // Where one report knows a file and another does not, the line is the same.
    List<StackTraceElement> frames =
        group.site().frames().stream().map(Frames::withoutFile).toList();
    groups.merge(new Place(group.kind(), group.type(), frames), group, this::sum);
  }

  /**
   * The message is that of the group that came first, and so are examples, as far as there are
   * enough; suspects and differences are those of the larger group.
   */
  private MisuseFinding sum(MisuseFinding one, MisuseFinding other) {
    List<Long> ids =
        Stream.concat(one.resourceIds().stream(), other.resourceIds().stream())
            .distinct()
            .sorted()
            .limit(examples)
            .toList();
    List<History> lives =
        Stream.concat(one.lives().examples().stream(), other.lives().examples().stream())
            .limit(examples)
            .toList();
    MisuseFinding.Lives larger = (other.count() > one.count() ? other : one).lives();
    return new MisuseFinding(
        one.kind(),
        one.type(),
        one.count() + other.count(),
        one.message(),
        one.site(),
        ids,
        new MisuseFinding.Lives(
            larger.suspects(), larger.compared(), larger.siblings(), larger.differences(), lives));
  }

  List<MisuseFinding> largestFirst() {
    return groups.values().stream().sorted(MisuseFinding.LARGEST_FIRST).toList();
  }
}
