package dev.rollcall.linearizability;

/** {@link TableOperations}, one after the other. */
public final class TableModel {
  private final long[] ids = new long[TableOperations.RESOURCES];

  /** As the operation. */
  public long putIfAbsent(int resource, int id) {
    long present = ids[resource];
    if (present == 0) {
      ids[resource] = id;
    }
    return present;
  }

  /** As the operation. */
  public long get(int resource) {
    return ids[resource];
  }

  /** As the operation. */
  public long remove(int resource) {
    long present = ids[resource];
    ids[resource] = 0;
    return present;
  }
}
