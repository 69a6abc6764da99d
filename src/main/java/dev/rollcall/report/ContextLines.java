package dev.rollcall.report;

import dev.rollcall.analysis.finding.Context;
import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.common.Printable;
import dev.rollcall.common.Words;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What went on around the leaked resources of a group, as lines of text. */
final class ContextLines {
  private static final int SHOWN = 3;

  private ContextLines() {}

  static void append(Page page, LeakFinding group) {
    Context context = group.context();
    List<Context.Thrown> exceptions = context.exceptions();
    for (Context.Thrown thrown : exceptions.subList(0, Math.min(SHOWN, exceptions.size()))) {
      page.sentence(
          "  ",
          share(thrown.count(), group)
              + ": after the last step the same thread threw "
              + thrown(thrown));
    }
    if (exceptions.size() > SHOWN) {
      page.sentence(
          "  ",
          "and "
              + Words.count(exceptions.size() - SHOWN, "other exception")
              + " (--format json lists all)");
    }
    if (context.threadsEnded() > 0) {
      page.sentence(
          "  ", share(context.threadsEnded(), group) + ": the thread of the last step has ended");
    }
    tests(page, group);
  }

  private static String thrown(Context.Thrown thrown) {
    String what =
        thrown.message() == null ? thrown.type() : thrown.type() + ": " + thrown.message();
    StringBuilder text = new StringBuilder(Printable.of(what));
    if (thrown.at() != null) {
      text.append(" at ").append(Words.frame(thrown.at()));
    }
    if (!thrown.through().equals(thrown.at())) {
      text.append(", within ").append(Words.frame(thrown.through()));
    }
    return text.toString();
  }

  private static void tests(Page page, LeakFinding group) {
    List<Context.InTest> tests = group.context().tests();
    if (tests.isEmpty()) {
      return;
    }
    String names =
        tests.stream()
            .limit(SHOWN)
            .map(test -> Printable.of(test.name()) + " (" + share(test.count(), group) + ")")
            .collect(Collectors.joining(", "));
    String more =
        tests.size() > SHOWN ? " and in " + Words.count(tests.size() - SHOWN, "more test") : "";
    page.sentence("  ", "registered in " + names + more);
  }

  private static String share(long count, LeakFinding group) {
    return String.format(Locale.ROOT, "%,d of %,d", count, group.count());
  }
}
