package dev.rollcall.analysis.context;

import dev.rollcall.analysis.context.ContextTally.Left;
import dev.rollcall.common.Words;
import dev.rollcall.diagnosis.Subject;
import dev.rollcall.diagnosis.way.Method;
import java.util.List;
import java.util.Locale;

/**
 * What is said of methods by what was created in them after the last steps. That it left them is
 * not recorded: it may have gone to a promise.
 */
final class ExceptionWords {
  private final String exception;
  private final String after;
  private final String them;
  private final Subject subject;

  /**
   * @param left after which steps, the commonest first
   * @param leaked how many of the group there are
   */
  ExceptionWords(List<Left> left, long leaked, Subject subject) {
    long count = left.stream().mapToLong(Left::count).sum();
    this.exception =
        Words.shortClass(left.get(0).type()) + (left.size() == 1 ? "" : " or another exception");
    this.after = say("after the last step of %s", subject.share(count, leaked));
    this.them = count == 1 ? "it" : "them";
    this.subject = subject;
  }

  /** Of a method that was running. */
  String in(Method method) {
    return say(
        "%s%s.",
        created(method), subject.todo(say("release %s on the way out of the failed call", them)));
  }

  /** Of a constructor that was running. */
  String inConstructor(Method method, Method caller) {
    return say(
        "%s, so its object never came to be%s.",
        created(method), subject.todo(say("release %s there, or in %s", them, caller.shortName())));
  }

  /** Of who called a method that was running. */
  String inCallOf(Method method, Method caller) {
    return say(
        "%s called %s, in which %s was created %s%s.",
        caller.shortName(),
        method.shortName(),
        exception,
        after,
        subject.todo(say("release %s when that call fails", them)));
  }

  private String created(Method method) {
    return say("%s, or a method it called, created %s %s", method.shortName(), exception, after);
  }

  private static String say(String sentence, Object... values) {
    return String.format(Locale.ROOT, sentence, values);
  }
}
