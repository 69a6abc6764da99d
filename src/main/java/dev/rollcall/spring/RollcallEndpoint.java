package dev.rollcall.spring;

import dev.rollcall.LeakChecker;
import dev.rollcall.LeakGroup;
import dev.rollcall.LeakReport;
import dev.rollcall.LeakStatistics;
import dev.rollcall.OpenResources;
import dev.rollcall.common.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;

/**
 * The actuator endpoint {@code rollcall}: what is live, and under {@code rollcall/check} what a
 * check finds now. Read-only, and off until the application allows access to it, for it tells class
 * names and stack traces. Times are ISO 8601 text and ages milliseconds, whatever writes the JSON.
 */
@Endpoint(id = "rollcall", defaultAccess = Access.NONE)
public class RollcallEndpoint {
  /** How many groups are told of. */
  private static final int MAX_GROUPS = 20;

  private final LeakChecker checker;

  RollcallEndpoint(LeakChecker checker) {
    this.checker = checker;
    Object unused = checker.openByType(); // so that the growth is known when it is asked for
  }

  /** What the checker has counted. */
  public record Counts(
      String mode,
      long live,
      long registered,
      long released,
      long misused,
      @Nullable Long oldestAgeMillis,
      @Nullable LastCheck lastCheck,
      List<OfType> types,
      List<Open> open) {
    /** Where nothing is open. */
    public Counts(
        String mode,
        long live,
        long registered,
        long released,
        long misused,
        @Nullable Long oldestAgeMillis,
        @Nullable LastCheck lastCheck,
        List<OfType> types) {
      this(mode, live, registered, released, misused, oldestAgeMillis, lastCheck, types, List.of());
    }
  }

  /** What is open of one type; see {@link OpenResources}. */
  public record Open(
      String type,
      long open,
      @Nullable Long oldestAgeMillis,
      @Nullable Double growthPerMinute,
      long overdue) {}

  /** The latest check. */
  public record LastCheck(String time, long leaked) {}

  /** What was counted of one type. */
  public record OfType(String type, long live, long registered, long released, long misused) {}

  /** What a check found. */
  public record Checked(
      String time,
      long registered,
      long released,
      long ignored,
      long leaked,
      long misused,
      List<Group> groups,
      int moreGroups) {}

  /** Leaked resources of one type and site. */
  public record Group(
      String type, long leaked, long oldestAgeMillis, String fingerprint, List<String> site) {}

  /** {@code GET /actuator/rollcall}. */
  @ReadOperation
  public Counts counts() {
    LeakStatistics statistics = checker.statistics();
    var age = statistics.oldestAge();
    var check = statistics.lastCheck();
    return new Counts(
        checker.mode().toString(),
        statistics.live(),
        statistics.registered(),
        statistics.unregistered(),
        statistics.misuses(),
        age == null ? null : age.toMillis(),
        check == null ? null : new LastCheck(check.time().toString(), check.leaked()),
        statistics.types().stream()
            .map(
                type ->
                    new OfType(
                        type.type(),
                        type.live(),
                        type.registered(),
                        type.unregistered(),
                        type.misuses()))
            .toList(),
        checker.openByType().stream().map(RollcallEndpoint::open).toList());
  }

  private static Open open(OpenResources open) {
    var oldest = open.oldestAge();
    return new Open(
        open.type(),
        open.open(),
        oldest == null ? null : oldest.toMillis(),
        open.growthPerMinute(),
        open.overdue());
  }

  /**
   * {@code GET /actuator/rollcall/check}: calls the roll.
   *
   * @param what to do; there is nothing but {@code check}, and all else is not found
   */
  @ReadOperation
  public @Nullable Checked check(@Selector String what) {
    if (!what.equals("check")) {
      return null;
    }
    LeakReport report = checker.check();
    List<LeakGroup> groups = report.groups();
    return new Checked(
        report.time().toString(),
        report.registered(),
        report.unregistered(),
        report.ignored(),
        report.leaked(),
        report.misuses(),
        groups.stream().limit(MAX_GROUPS).map(RollcallEndpoint::group).toList(),
        Math.max(0, groups.size() - MAX_GROUPS));
  }

  private static Group group(LeakGroup group) {
    return new Group(
        group.type(),
        group.count(),
        group.oldestAge().toMillis(),
        group.fingerprint(),
        group.site().stream().map(Words::frame).toList());
  }
}
