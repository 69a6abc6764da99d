package dev.rollcall.report.table;

import java.util.List;

/** Who answers for the source file of a frame. */
@FunctionalInterface
public interface Owners {
  /** Nobody is known. */
  Owners NONE = frame -> List.of();

  /** The owners, as in {@code @acme/storage}; empty where none are known. */
  List<String> of(StackTraceElement frame);
}
