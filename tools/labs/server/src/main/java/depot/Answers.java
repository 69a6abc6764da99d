package depot;

/** Reads what the other side answers. */
final class Answers {
  private static final String LOST = "lost-";

  private Answers() {}

  /**
   * The answer to a question about something.
   *
   * @throws UnknownParcelException if there is no such thing
   */
  static String read(String answer, String about) {
    if (about.startsWith(LOST)) {
      throw new UnknownParcelException(about);
    }
    return answer;
  }
}
