package dev.rollcall.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * Damages recordings. All chance comes from the seed: the same seed, number and originals give the
 * same bytes.
 */
final class Mutator {
  private static final List<Mutation> MUTATIONS = List.of(Mutation.values());
  private static final int MANY = 40;
  private static final int LONGEST = 4 << 20;

  private final List<Original> originals;
  private final long seed;

  Mutator(List<Original> originals, long seed) {
    this.originals = List.copyOf(originals);
    this.seed = seed;
  }

  /** A damaged recording, and how it came to be. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Mutant(int number, Original original, List<Mutation> mutations, byte[] bytes) {
    /** The kind of mutation; where there were several, how many. */
    String kind() {
      if (mutations.size() == 1) {
        return mutations.get(0).name();
      }
      return mutations.size() <= 5 ? "(2 to 5)" : "(6 to " + MANY + ")";
    }

    String story() {
      return String.format(
          "%s, %s",
          original.name(), mutations.stream().map(Enum::name).collect(Collectors.joining(", ")));
    }
  }

  /** The mutant with a number: seven in ten have one mutation, two a few, one many. */
  Mutant mutant(int number) {
    SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number);
    Original original = originals.get(random.nextInt(originals.size()));
    int tenth = random.nextInt(10);
    int wanted = tenth < 7 ? 1 : tenth < 9 ? random.nextInt(2, 6) : random.nextInt(6, MANY + 1);
    List<Mutation> mutations = new ArrayList<>();
    byte[] bytes = original.bytes();
    while (mutations.size() < wanted && bytes.length > 0 && bytes.length < LONGEST) {
      Mutation mutation = MUTATIONS.get(random.nextInt(MUTATIONS.size()));
      byte[] other = originals.get(random.nextInt(originals.size())).bytes();
      bytes = mutation.apply(bytes, other, random);
      mutations.add(mutation);
    }
    return new Mutant(number, original, mutations, bytes);
  }
}
