package dev.rollcall.linearizability;

import static org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt.forClasses;

import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Options;
import org.jetbrains.lincheck.datastructures.StressOptions;

/** How Lincheck finds orders of what the threads do. */
enum Strategy {
  /** Each switch between threads is chosen: the same in each run of it. */
  MODEL("model checking") {
    @Override
    void check(Subject subject, Extent extent) {
      shaped(new ModelCheckingOptions(), subject, extent)
          .invocationsPerIteration(extent.runs())
          .addGuarantee(forClasses(WORDS).allMethods().ignore())
          .check(subject.operations());
    }
  },
  /** Threads as they are, with the memory that they really see. */
  STRESS("stress") {
    @Override
    void check(Subject subject, Extent extent) {
      shaped(new StressOptions(), subject, extent)
          .invocationsPerIteration(extent.runs())
          .check(subject.operations());
    }
  };

  /** What makes up texts: nothing that threads share depends on it, and it is long. */
  private static final String[] WORDS = {
    "dev.rollcall.common.Fingerprint",
    "dev.rollcall.internal.check.Explain",
    "dev.rollcall.internal.check.MisuseLog"
  };

  final String words;

  Strategy(String words) {
    this.words = words;
  }

  /**
   * Looks for an order that no sequential one explains.
   *
   * @throws org.jetbrains.lincheck.LincheckAssertionError if there is one; tells the program
   */
  abstract void check(Subject subject, Extent extent);

  private static <O extends Options<O, ?>> O shaped(O options, Subject subject, Extent extent) {
    return options
        .iterations(extent.programs())
        .threads(2)
        .actorsPerThread(3)
        .actorsBefore(2)
        .actorsAfter(2)
        .sequentialSpecification(subject.model());
  }
}
