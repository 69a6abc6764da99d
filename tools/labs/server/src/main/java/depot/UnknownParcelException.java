package depot;

/** The other side knows nothing of it. */
final class UnknownParcelException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnknownParcelException(String what) {
    super("unknown: " + what);
  }
}
