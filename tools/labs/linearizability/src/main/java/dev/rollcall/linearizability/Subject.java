package dev.rollcall.linearizability;

import java.util.List;

/**
 * What is checked.
 *
 * @param operations the class whose operations are called by several threads
 * @param model has the same operations, one after the other
 * @param strategies how
 */
record Subject(Class<?> operations, Class<?> model, List<Strategy> strategies) {
  /** What the runtime is checked by. */
  static final List<Subject> ALL =
      List.of(
          new Subject(
              StripeCheck.class, TableModel.class, List.of(Strategy.MODEL, Strategy.STRESS)),
          new Subject(
              RefCountedCheck.class, CountedModel.class, List.of(Strategy.MODEL, Strategy.STRESS)),
          // To the model checker a whole checker is endless: 64 stripes, and words for each misuse.
          new Subject(CheckerCheck.class, LifeModel.class, List.of(Strategy.STRESS)));
}
