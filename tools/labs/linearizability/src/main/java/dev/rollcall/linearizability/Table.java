package dev.rollcall.linearizability;

/** Ids of resources; 0 stands for none. */
public interface Table {
  /** Adds an id unless the resource has one; the one it had. */
  long putIfAbsent(int resource, long id);

  /** The id of a resource. */
  long get(int resource);

  /** Takes the id of a resource away; the one it had. */
  long remove(int resource);
}
