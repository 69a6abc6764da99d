package dev.rollcall.junit;

import dev.rollcall.LeakGroup;
import dev.rollcall.common.FrameKind;
import dev.rollcall.common.Printable;
import dev.rollcall.common.Words;
import dev.rollcall.internal.check.BlamedGroup;
import dev.rollcall.internal.scope.Blame;
import dev.rollcall.internal.scope.BlamedMisuse;
import dev.rollcall.internal.scope.Scope;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a failed test says: what leaked in which test, then where, how, and what to do next. */
final class FailureText {
  private static final int MAX_GROUPS = 5;
  private static final int MAX_FRAMES = 8;
  private static final int MAX_CANDIDATES = 8;

  private final StringBuilder text = new StringBuilder();

  private FailureText() {}

  static TestLeakError error(TestScope scope, Found found, String recorded) {
    FailureText text = new FailureText();
    text.headline(scope, found);
    found.leaks().stream().limit(MAX_GROUPS).forEach(text::group);
    if (found.leaks().size() > MAX_GROUPS) {
      text.line("and %s", more(found.leaks().size(), "group"));
    }
    found.misuses().stream().limit(MAX_GROUPS).forEach(text::misuse);
    if (found.misuses().size() > MAX_GROUPS) {
      text.line("and %s", more(found.misuses().size(), "misuse"));
    }
    text.next(scope, found, recorded);
    List<StackTraceElement> site =
        found.leaks().isEmpty()
            ? found.misuses().get(0).site()
            : found.leaks().get(0).group().site();
    return new TestLeakError(text.text.toString().stripTrailing(), ownFrames(site));
  }

  private void headline(TestScope scope, Found found) {
    text.append(found.leaks().isEmpty() ? "MISUSE: " : "LEAK: ");
    if (!found.leaks().isEmpty()) {
      text.append(
          LeakNames.of(found.leaks().stream().limit(MAX_GROUPS).map(BlamedGroup::group).toList()));
      text.append(" never released");
    }
    if (!found.misuses().isEmpty()) {
      text.append(found.leaks().isEmpty() ? "" : " and ");
      text.append(found.misuses().size()).append(" x misuse");
    }
    text.append(" in ").append(scope.name()).append('\n');
  }

  private void group(BlamedGroup blamed) {
    LeakGroup group = blamed.group();
    line(
        "group %s, e.g. %s",
        Printable.of(group.fingerprint()),
        Words.example(group.examples().get(0).resourceId(), group.examples().get(0).description()));
    if (group.indirect() > 0) {
      line("%,d of %,d owned by other leaks here", group.indirect(), group.count());
    }
    blame(blamed.blame(), group.examples().get(0).registeredBy());
    if (group.site().isEmpty()) {
      line("registered at a site that was not kept");
    } else {
      line("registered at");
      site(group.site());
    }
    if (blamed.steps().isEmpty()) {
      line("no steps were kept, because rollcall.sites does not keep this site");
    } else {
      line("last steps of %s", Words.id(group.examples().get(0).resourceId()));
      blamed.steps().forEach(step -> line("    %s", step));
    }
  }

  private void misuse(BlamedMisuse misuse) {
    line("misuse (%s): %s", misuse.kind(), Printable.of(misuse.message()));
    blame(misuse.blame(), misuse.thread());
    site(misuse.site());
  }

  private void blame(Blame blame, @Nullable String thread) {
    if (blame.isCertain()) {
      return;
    }
    String names =
        blame.candidates().stream()
            .limit(MAX_CANDIDATES)
            .map(Scope::name)
            .collect(Collectors.joining(", "));
    line(
        "the test is not known: thread %s did it, and it may belong to %s%s",
        Printable.of(Objects.requireNonNullElse(thread, "(unknown)")),
        names,
        blame.candidates().size() > MAX_CANDIDATES ? ", ..." : "");
  }

  private void site(List<StackTraceElement> frames) {
    List<StackTraceElement> own = ownFrames(frames);
    own.stream().limit(MAX_FRAMES).forEach(frame -> line("    %s", Words.frame(frame)));
    if (own.size() > MAX_FRAMES) {
      line("    ... %,d more", own.size() - MAX_FRAMES);
    }
  }

  /** The frames up to the test's method, without those that called it. */
  static List<StackTraceElement> ownFrames(List<StackTraceElement> site) {
    return site.stream()
        .takeWhile(
            frame ->
                FrameKind.of(frame) != FrameKind.JUNIT
                    && FrameKind.of(frame) != FrameKind.REFLECTION)
        .toList();
  }

  private void next(TestScope scope, Found found, String recorded) {
    if (!found.leaks().isEmpty()) {
      line(
          "next: release it, or ignore it and say why: @IgnoreLeaks(type = \"%s\", reason = \"...\")",
          Printable.of(found.leaks().get(0).group().type()));
      List<Blame> doubtful =
          found.leaks().stream()
              .map(BlamedGroup::blame)
              .filter(blame -> !blame.isCertain())
              .toList();
      if (!doubtful.isEmpty()) {
        line(
            "to find the test: give the tests a LeakChecker parameter, or %s",
            doubtful.stream().anyMatch(Blame::ofParallelTests)
                ? "run them one at a time"
                : "let each test start its own threads and wait for them");
      }
    }
    line("to see the whole lives: %s", wholeLives(scope, recorded));
  }

  /** A test's own recording has what is registered in that test, and nothing of what is around. */
  private static String wholeLives(TestScope scope, String recorded) {
    if (!recorded.isEmpty()) {
      return recorded;
    }
    return scope.isSingle()
        ? "run the test with -Drollcall.junit.recordings=DIR"
        : "run the tests with -XX:StartFlightRecording:filename=tests.jfr";
  }

  private static String more(int all, String noun) {
    int more = all - MAX_GROUPS;
    return String.format(Locale.ROOT, "%,d more %s%s", more, noun, more == 1 ? "" : "s");
  }

  private void line(String format, Object... values) {
    text.append("    ").append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
