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

  static void append(StringBuilder out, LeakFinding group) {
    Context context = group.context();
    List<Context.Thrown> exceptions = context.exceptions();
    for (Context.Thrown thrown : exceptions.subList(0, Math.min(SHOWN, exceptions.size()))) {
      out.append("  ").append(share(thrown.count(), group)).append(": after the last step");
      out.append(" the same thread threw ").append(thrown(thrown)).append('\n');
    }
    if (exceptions.size() > SHOWN) {
      out.append("  and ")
          .append(Words.count(exceptions.size() - SHOWN, "other exception"))
          .append(" (--format json lists all)\n");
    }
    if (context.threadsEnded() > 0) {
      out.append("  ")
          .append(share(context.threadsEnded(), group))
          .append(": the thread of the last step has ended\n");
    }
    tests(out, group);
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

  private static void tests(StringBuilder out, LeakFinding group) {
    List<Context.InTest> tests = group.context().tests();
    if (tests.isEmpty()) {
      return;
    }
    out.append("  registered in ")
        .append(
            tests.stream()
                .limit(SHOWN)
                .map(test -> Printable.of(test.name()) + " (" + share(test.count(), group) + ")")
                .collect(Collectors.joining(", ")));
    if (tests.size() > SHOWN) {
      out.append(" and in ").append(Words.count(tests.size() - SHOWN, "more test"));
    }
    out.append('\n');
  }

  private static String share(long count, LeakFinding group) {
    return String.format(Locale.ROOT, "%,d of %,d", count, group.count());
  }
}
