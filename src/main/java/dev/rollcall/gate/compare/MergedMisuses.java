package dev.rollcall.gate.compare;

import dev.rollcall.analysis.finding.History;
import dev.rollcall.analysis.finding.MisuseFinding;
import dev.rollcall.common.Frames;
import dev.rollcall.recording.Jvm;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Adds up groups of misuses of one kind, of one type, at one line. */
final class MergedMisuses {
  private record Place(String kind, String type, List<StackTraceElement> frames) {}

  private final int examples;
  private final Map<Place, MisuseFinding> groups = new LinkedHashMap<>();

  MergedMisuses(int examples) {
    this.examples = examples;
  }

  /** {@code jvm}: where it happened, where the report itself needs not say it. */
  void add(MisuseFinding group, @Nullable Jvm jvm) {
    // Where one report knows a file and another does not, the line is the same.
    List<StackTraceElement> frames =
        group.site().frames().stream().map(Frames::withoutFile).toList();
    groups.merge(
        new Place(group.kind(), group.type(), frames),
        jvm == null ? group : group.with(in(group.lives(), jvm)),
        this::sum);
  }

  private static MisuseFinding.Lives in(MisuseFinding.Lives lives, Jvm jvm) {
    return new MisuseFinding.Lives(
        lives.suspects(),
        lives.compared(),
        lives.siblings(),
        lives.differences(),
        lives.examples().stream().map(life -> life.in(jvm)).toList());
  }

  /**
   * Examples are those of the group that came first, as far as there are enough; suspects and
   * differences are those of the surer group. Of two messages one is as good as the other.
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
    MisuseFinding.Lives surer = Chosen.surer(one.lives(), other.lives());
    return new MisuseFinding(
        one.kind(),
        one.type(),
        one.count() + other.count(),
        one.message().compareTo(other.message()) <= 0 ? one.message() : other.message(),
        Chosen.known(one.site(), other.site()),
        ids,
        new MisuseFinding.Lives(
            surer.suspects(), surer.compared(), surer.siblings(), surer.differences(), lives));
  }

  List<MisuseFinding> largestFirst() {
    return groups.values().stream().sorted(MisuseFinding.LARGEST_FIRST).toList();
  }
}
