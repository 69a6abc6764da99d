package dev.rollcall.report;

import dev.rollcall.common.Printable;
import dev.rollcall.common.Words;
import dev.rollcall.gate.Key;
import dev.rollcall.gate.compare.Change;
import dev.rollcall.gate.compare.Diff;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A comparison of two reports as text, one line a group that has changed. */
public final class TextDiff {
  private TextDiff() {}

  /** The whole comparison. */
  public static String of(Diff diff) {
    StringBuilder out = new StringBuilder(headline(diff));
    out.append(
        String.format(
            Locale.ROOT,
            "  leaked %,d, before %,d; misuses %,d, before %,d; %s unchanged\n",
            diff.after().totals().leaked(),
            diff.before().totals().leaked(),
            diff.after().totals().misused(),
            diff.before().totals().misused(),
            Words.count(diff.unchanged(), "group")));
    if (!diff.isSure()) {
      out.append(
          "  this may be incomplete: data was lost, or a recording ended before its program did\n");
    }
    List<Change> changes = diff.changes();
    if (!changes.isEmpty()) {
      out.append('\n').append(String.format("%-7s %10s %10s  group\n", "", "before", "after"));
    }
    changes.forEach(change -> out.append(line(change)));
    return out.toString();
  }

  private static String headline(Diff diff) {
    if (diff.changes().isEmpty()) {
      return "DIFF: no group has changed.\n";
    }
    return Arrays.stream(Change.Kind.values())
        .map(kind -> String.format(Locale.ROOT, "%,d %s", diff.count(kind), kind.word()))
        .collect(Collectors.joining(", ", "DIFF: ", ".\n"));
  }

  private static String line(Change change) {
    String where = ReportWords.applicationFrame(change.site());
    return String.format(
        Locale.ROOT,
        "%-7s %,10d %,10d  %s%s\n",
        change.kind().word(),
        change.before(),
        change.after(),
        name(change.key()),
        where.isEmpty() ? "" : ", at " + where);
  }

  private static String name(Key key) {
    if (key.equals(Key.UNNAMED)) {
      return "leaked resources of which only the number is known";
    }
    String group = Printable.of(key.fingerprint());
    return key.misuse() == null ? group : Printable.of(key.misuse()) + " of " + group;
  }
}
