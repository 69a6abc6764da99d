package dev.rollcall.report.junit;

/**
 * One case of a JUnit report. All of it is printable; only the text has more than one line.
 *
 * @param message why it did not pass, in one line; empty if it passed
 * @param text the whole story; empty if it passed
 */
record TestCase(String className, String name, Result result, String message, String text) {
  /** How it went. */
  enum Result {
    PASSED,
    FAILURE,
    ERROR
  }

  /** Both in one: readers ignore, or take for a second try, what has the same name. */
  TestCase and(TestCase other) {
    return new TestCase(
        className, name, result, message + "; " + other.message, text + '\n' + other.text);
  }

  /** What names it. */
  String key() {
    return className + '\n' + name;
  }
}
