package dev.rollcall.server;

import static java.util.stream.Collectors.joining;

import dev.rollcall.server.Seen.Dump;
import dev.rollcall.server.Seen.Group;
import dev.rollcall.server.Seen.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Says whether what was seen is what must be seen. */
final class Judge {
  private static final String LEAKING = "leaks";
  private static final String HEALTHY = "healthy";

  /** Fewer released siblings than these prove nothing. */
  private static final long ENOUGH_RELEASED = 500;

  private Judge() {}

  /**
   * The depot with the leaks.
   *
   * @param oldestSeconds an age that nothing but a leak reaches
   */
  static List<Check> leaking(Seen seen, double oldestSeconds) {
    List<Check> checks = new ArrayList<>(load(LEAKING, seen));
    for (SeededLeak leak : SeededLeak.values()) {
      Optional<Group> told = told(leak, seen.dump());
      checks.add(
          new Check(
              LEAKING,
              "report tells " + leak.type + " (" + leak.label + ") apart from normal flight",
              told.isPresent(),
              told.map(group -> group.count() + " open, " + group.verdict())
                  .orElse("no such group")));
      checks.add(suspected("report", leak, told));
      checks.add(suspected("dump", leak, told(leak, seen.asked())));
      Optional<Row> row = watched(leak, seen, oldestSeconds);
      checks.add(
          new Check(
              LEAKING,
              "watch shows " + leak.type,
              row.isPresent(),
              row.map(Judge::words).orElse("nothing that stands out")));
    }
    List<String> found = seen.dump().found();
    checks.add(
        new Check(
            LEAKING,
            "report tells that the depot found " + SeededLeak.JOB.type + " overdue",
            found.equals(List.of(SeededLeak.JOB.type)),
            String.join(", ", found)));
    return checks;
  }

  private static Check suspected(String command, SeededLeak leak, Optional<Group> told) {
    String suspect = told.map(Group::suspect).orElse("nobody");
    return new Check(
        LEAKING,
        command + " suspects " + leak.guilty + " first",
        suspect.equals(leak.guilty),
        suspect);
  }

  /** The group of a leak: of all of its type the one that has most to tell. */
  private static Optional<Group> told(SeededLeak leak, Dump dump) {
    return dump.groups().stream()
        .filter(group -> group.type().equals(leak.type) && !group.isUsual())
        .max(
            Comparator.comparing(Group::isOverdue)
                .thenComparing(group -> leak.guilty.equals(group.suspect())));
  }

  private static Optional<Row> watched(SeededLeak leak, Seen seen, double oldestSeconds) {
    return seen.watched().stream()
        .filter(row -> row.type().equals(leak.type))
        .filter(row -> row.growing() || row.overdue() > 0 || row.oldestSeconds() >= oldestSeconds)
        .reduce((earlier, later) -> later);
  }

  /** The depot without. */
  static List<Check> healthy(Seen seen) {
    List<Check> checks = new ArrayList<>(load(HEALTHY, seen));
    silent("report", seen.dump(), checks);
    silent("dump", seen.asked(), checks);
    checks.add(
        none(
            "watch shows nothing overdue",
            seen.watched().stream().filter(row -> row.overdue() > 0).map(Judge::words).toList()));
    checks.add(
        none(
            "watch shows nothing that grows",
            seen.watched().stream().filter(Row::growing).map(Judge::words).toList()));
    return checks;
  }

  private static void silent(String command, Dump dump, List<Check> checks) {
    checks.add(
        none(
            command + " finds nothing overdue",
            dump.groups().stream().filter(Group::isOverdue).map(Judge::words).toList()));
    checks.add(none(command + " tells of nothing that the depot found overdue", dump.found()));
    checks.add(none(command + " finds nothing that grows", dump.growing()));
  }

  private static Check none(String what, List<String> found) {
    return new Check(
        HEALTHY,
        what,
        found.isEmpty(),
        found.isEmpty() ? "none" : found.stream().distinct().collect(joining("; ")));
  }

  /** Nothing is proved by a server that did not work. */
  private static List<Check> load(String run, Seen seen) {
    String fault = seen.fault();
    return List.of(
        new Check(
            run,
            "every request is answered as it must be",
            fault == null && seen.answers() > 0,
            fault == null ? seen.answers() + " answers" : fault),
        new Check(
            run,
            "there is much to compare with",
            seen.dump().released() >= ENOUGH_RELEASED && !seen.watched().isEmpty(),
            seen.dump().released() + " released, " + seen.watched().size() + " rows watched"));
  }

  private static String words(Group group) {
    return group.count() + " x " + group.type() + " " + group.verdict();
  }

  private static String words(Row row) {
    return row.open()
        + " x "
        + row.type()
        + ", oldest "
        + Math.round(row.oldestSeconds())
        + " s"
        + (row.growing() ? ", growing" : "")
        + (row.overdue() > 0 ? ", " + row.overdue() + " overdue" : "");
  }
}
