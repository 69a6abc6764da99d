package dev.rollcall.fuzz;

import dev.rollcall.common.Printable;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What holds of every target. */
final class Must {
  /** What a sentence may have: it may name what was given, shortened. */
  private static final int LONGEST_SENTENCE = 4_000;

  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static boolean isWarm;

  private Must() {}

  static void hold(boolean holds, Supplier<String> otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise.get());
    }
  }

  /** The message of a refusal as it is printed: one line, and not without end. */
  static void beSentence(@Nullable String message) {
    String sentence = Printable.of(Objects.requireNonNullElse(message, ""));
    hold(!sentence.isBlank(), () -> "a refusal says nothing");
    hold(sentence.indexOf('\n') < 0, () -> "a refusal has several lines: " + sentence);
    hold(sentence.length() <= LONGEST_SENTENCE, () -> sentence.length() + " characters refuse");
    beHarmless(sentence);
  }

  /** Nothing in a text does more to a terminal, a log or a page than to be shown. */
  static void beHarmless(String text) {
    hold(
        text.codePoints().allMatch(Must::isHarmless),
        () -> "a control character is shown: " + text);
  }

  private static boolean isHarmless(int c) {
    return c == '\n'
        || switch (Character.getType(c)) {
          case Character.CONTROL,
              Character.FORMAT,
              Character.SURROGATE,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR ->
              false;
          default -> true;
        };
  }

  /**
   * What is done takes no longer than half a minute, on a busy machine either. The first time does
   * not count: then classes are loaded, and Jazzer rewrites each.
   */
  static void beQuick(Runnable work) {
    long start = System.nanoTime();
    work.run();
    Duration taken = Duration.ofNanos(System.nanoTime() - start);
    hold(!isWarm || taken.compareTo(LONGEST) <= 0, () -> "it took " + taken.toMillis() + " ms");
    isWarm = true;
  }
}
