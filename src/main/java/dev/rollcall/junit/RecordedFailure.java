package dev.rollcall.junit;

/** Attached to a test's own failure: says where its recording is. Never thrown. */
final class RecordedFailure extends Exception {
  private static final long serialVersionUID = 1;

  RecordedFailure(String where) {
    super(where, null, false, false);
  }
}
