package dev.rollcall;

/** Thrown for leaks that a check found, so that a test fails. */
public final class LeakError extends AssertionError {
  private static final long serialVersionUID = 1;

  private final transient LeakReport report;

  /** An error whose message is the report. */
  public LeakError(LeakReport report) {
    super(report.toString());
    this.report = report;
  }

  /** The report with the leaks; null only in a copy that was serialised. */
  public LeakReport report() {
    return report;
  }
}
