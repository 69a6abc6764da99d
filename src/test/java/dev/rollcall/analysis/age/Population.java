package dev.rollcall.analysis.age;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/** A group of resources in a program that does not exist; times are seconds since it started. */
final class Population {
  private final Random random;
  private final double end;
  private final SiblingAges siblings = new SiblingAges();
  private final List<Long> open = new ArrayList<>();

  /** One that is looked at when the program is so old. */
  Population(long seed, double end) {
    this.random = new Random(seed);
    this.end = end;
  }

  private static long nanos(double seconds) {
    return (long) (seconds * 1e9);
  }

  /** One that lives from a time on for so long. */
  Population live(double from, double lifetime) {
    if (from + lifetime <= end) {
      siblings.add(nanos(from - end), nanos(from + lifetime - end));
    } else if (from <= end) {
      open.add((long) ((end - from) * 1e3));
    }
    return this;
  }

  /** Many that come at random, so many a second at a time, none later than the last. */
  Population load(
      DoubleUnaryOperator rate, double fastest, double last, ToDoubleFunction<Random> lifetime) {
    for (double at = pause(fastest); at < Math.min(end, last); at += pause(fastest)) {
      if (random.nextDouble() * fastest < rate.applyAsDouble(at)) {
        live(at, lifetime.applyAsDouble(random));
      }
    }
    return this;
  }

  /** Many that come at random, so many a second. */
  Population load(double rate, ToDoubleFunction<Random> lifetime) {
    return load(at -> rate, rate, end, lifetime);
  }

  private double pause(double rate) {
    return -Math.log(1 - random.nextDouble()) / rate;
  }

  AgeRuling ruling() {
    return AgeRule.of(open.stream().mapToLong(Long::longValue).toArray(), siblings);
  }
}
