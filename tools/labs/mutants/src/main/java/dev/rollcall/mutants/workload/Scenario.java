package dev.rollcall.mutants.workload;

/** Some traffic that releases all it uses, the same each time. */
interface Scenario {
  void run() throws Exception;
}
