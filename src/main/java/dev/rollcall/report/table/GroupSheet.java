package dev.rollcall.report.table;

import dev.rollcall.analysis.finding.LeakFinding;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The groups of a JVM. */
final class GroupSheet {
  /** A group, and who answers for the place where it was registered. */
  record Owned(Group group, List<String> owners) {}

  static final Sheet<Owned> SHEET =
      Sheet.<Owned>of(
              "group",
              "Resources of one type that were registered at one place, by what became of them."
                  + " `fingerprint` and `status` tell the groups of a JVM apart.")
          .all(
              "fingerprint",
              Kind.TEXT,
              "name of the group, the same in every JVM and build; of misuses the kind of misuse"
                  + " stands before it",
              of -> of.group.fingerprint())
          .all(
              "status",
              Kind.TEXT,
              "`leaked`, `open`, `misused` or `released-by-collector`",
              of -> of.group.status().word())
          .all(
              "known",
              Kind.FLAG,
              "whether the baseline that was given knows it, so that it does not count",
              of -> of.group.known())
          .all("type", Kind.TEXT, "class of the resources", of -> of.group.type())
          .some(
              "kind",
              Kind.TEXT,
              "kind of misuse; null unless `misused`",
              of -> of.group.misuse() == null ? null : of.group.misuse().kind())
          .all(
              "count",
              Kind.INTEGER,
              "how many, also those known by number only",
              of -> of.group.count())
          .all(
              "bytes",
              Kind.INTEGER,
              "how many bytes they hold together, as far as that is known",
              of -> of.group.leak() == null ? 0L : of.group.leak().bytes())
          .some(
              "reachable",
              Kind.INTEGER,
              "how many something still referenced; null unless `leaked` or `open`",
              leak(LeakFinding::held))
          .some(
              "collected",
              Kind.INTEGER,
              "how many the collector had taken, so that nobody can release them",
              leak(LeakFinding::lost))
          .some(
              "oldest_ms",
              Kind.INTEGER,
              "age of the oldest, in milliseconds",
              leak(LeakFinding::oldestMillis))
          .some(
              "direct",
              Kind.INTEGER,
              "how many belong to no owner that leaked or was open, too",
              leak(LeakFinding::direct))
          .some(
              "indirect",
              Kind.INTEGER,
              "how many belong to such an owner",
              leak(LeakFinding::indirect))
          .some(
              "unfollowed",
              Kind.INTEGER,
              "how many were not followed, so that less is known of them",
              leak(LeakFinding::unfollowed))
          .some(
              "overdue",
              Kind.INTEGER,
              "how many are overdue; null unless `open`",
              of -> of.group.ages() == null ? null : of.group.ages().overdue())
          .some(
              "age",
              Kind.TEXT,
              "what their ages say: `usual`, `unknown` or `overdue`; null unless `open`",
              of -> of.group.age())
          .some("message", Kind.TEXT, "what one of the misuses said", of -> message(of.group))
          .some(
              "cause",
              Kind.TEXT,
              "`cause` in the table of that name; null unless `leaked` and not `known`",
              of -> of.group.cause())
          .frame("the innermost frame of the program, or else the innermost", of -> of.group.at())
          .all(
              "owners",
              Kind.TEXTS,
              "who owns that file; empty where nobody is known",
              Owned::owners)
          .site("where they were registered, or misused", of -> of.group.site())
          .made();

  private GroupSheet() {}

  private static Sheet.Value<Owned> leak(ToLongFunction<LeakFinding> number) {
    return of -> {
      LeakFinding leak = of.group.leak();
      return leak == null ? null : number.applyAsLong(leak);
    };
  }

  private static @Nullable String message(Group group) {
    return group.misuse() == null || group.misuse().message().isEmpty()
        ? null
        : group.misuse().message();
  }
}
