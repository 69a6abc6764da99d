package dev.rollcall.linearizability;

import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/** What threads do with a table of four resources. */
@Param(name = "resource", gen = IntGen.class, conf = "0:3")
@Param(name = "id", gen = IntGen.class, conf = "1:9")
public abstract class TableOperations {
  /** How many resources the operations are about: 0, 1, and so on. */
  public static final int RESOURCES = 4;

  private final Table table;

  /** The threads share one table, which has none of the resources. */
  protected TableOperations(Table table) {
    this.table = table;
  }

  /** Adds an entry; the id of the one that was there, or 0. */
  @Operation
  public long putIfAbsent(@Param(name = "resource") int resource, @Param(name = "id") int id) {
    return table.putIfAbsent(resource, id);
  }

  /** The id of an entry, or 0. */
  @Operation
  public long get(@Param(name = "resource") int resource) {
    return table.get(resource);
  }

  /** Takes an entry out; its id, or 0. */
  @Operation
  public long remove(@Param(name = "resource") int resource) {
    return table.remove(resource);
  }
}
