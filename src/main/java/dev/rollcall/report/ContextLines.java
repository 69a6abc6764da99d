package dev.rollcall.report;

import dev.rollcall.analysis.finding.Context;
import dev.rollcall.analysis.finding.LeakFinding;
import dev.rollcall.common.Printable;
import dev.rollcall.common.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What went on around the leaked resources of a group, as sentences. */
public final class ContextLines {
  private static final int SHOWN = 3;

  private ContextLines() {}

  static void append(Page page, LeakFinding group, String word) {
    of(group, word).forEach(sentence -> page.sentence("  ", sentence));
  }

  /** A sentence each; {@code word}: what the resources are, "leaked" or "open". */
  public static List<String> of(LeakFinding group, String word) {
    List<String> told = new ArrayList<>();
    Context context = group.context();
    List<Context.Thrown> exceptions = context.exceptions();
    for (Context.Thrown thrown : exceptions.subList(0, Math.min(SHOWN, exceptions.size()))) {
      told.add(
          share(thrown.count(), group)
              + ": after the last step the same thread threw "
              + thrown(thrown));
    }
    if (exceptions.size() > SHOWN) {
      told.add(
          "and "
              + Words.count(exceptions.size() - SHOWN, "other exception")
              + " (--format json lists all)");
    }
    if (context.threadsEnded() > 0) {
      told.add(share(context.threadsEnded(), group) + ": the thread of the last step has ended");
    }
    tests(told, group);
    requests(told, group, word);
    return told;
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

  private static void tests(List<String> told, LeakFinding group) {
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
    told.add("registered in " + names + more);
  }

  private static void requests(List<String> told, LeakFinding group, String word) {
    Context.Requests requests = group.context().requests();
    if (!requests.told()) {
      return;
    }
    List<Context.InRequest> in =
        requests.in().stream().filter(request -> request.count() > 0).toList();
    for (Context.InRequest request : in.subList(0, Math.min(SHOWN, in.size()))) {
      told.add(
          "registered in "
              + name(request)
              + ": "
              + share(request.count(), group)
              + " "
              + word
              + released(request, requests)
              + example(request));
    }
    if (in.size() > SHOWN) {
      told.add(
          "and in "
              + Words.count(in.size() - SHOWN, "more request")
              + " (--format json lists them)");
    }
    long unknown = group.followed() - requests.known();
    if (unknown > 0) {
      told.add(
          "in which request they were registered is not known of "
              + share(unknown, group)
              + ": the thread was at none that had ended by the end of the recording");
    }
    requests.in().stream()
        .filter(request -> request.lastSteps() > request.count())
        .limit(SHOWN)
        .forEach(
            request ->
                told.add(
                    "last step in " + name(request) + ": " + share(request.lastSteps(), group)));
  }

  private static String name(Context.InRequest request) {
    String name = Printable.of(request.name());
    return request.within() == null ? name : name + ", part of " + Printable.of(request.within());
  }

  private static String released(Context.InRequest request, Context.Requests all) {
    return all.released() == 0
        ? ""
        : String.format(Locale.ROOT, ", %,d of %,d released", request.released(), all.released());
  }

  private static String example(Context.InRequest request) {
    return request.example() == null
        ? ""
        : " (for example " + Printable.of(request.example()) + ")";
  }

  private static String share(long count, LeakFinding group) {
    return group.unfollowed() == 0
        ? String.format(Locale.ROOT, "%,d of %,d", count, group.count())
        : String.format(Locale.ROOT, "%,d of %,d followed", count, group.followed());
  }
}
