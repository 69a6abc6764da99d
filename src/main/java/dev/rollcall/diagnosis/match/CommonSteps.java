package dev.rollcall.diagnosis.match;

import java.util.Arrays;

/**
 * How many steps one way has in common with another, in the same order, after each pair of places:
 * the longest common subsequences of what follows. Hundreds of ways are laid beside each of
 * hundreds, so a row of the table is a row of bits, of which one operation computes 64 (Hyyrö,
 * "Bit-parallel LCS-length computation revisited", 2004). Holds one table at a time.
 */
final class CommonSteps {
  private final int[] one;
  private final int words;

  /** For each key where the way has it, counted from its end. */
  private final long[][] places;

  private int[] other = {};

  /** A row for each place of the other way; a bit is clear where one more step is in common. */
  private long[] rows = {};

  private long computed;

  /** {@code one}: the keys of its steps. */
  CommonSteps(int[] one) {
    this.one = one;
    this.words = (one.length + Long.SIZE - 1) / Long.SIZE;
    this.places = new long[Arrays.stream(one).max().orElse(-1) + 1][];
    for (int i = 0; i < one.length; i++) {
      int fromEnd = one.length - 1 - i;
      if (places[one[i]] == null) {
        places[one[i]] = new long[words];
      }
      places[one[i]][fromEnd / Long.SIZE] |= 1L << fromEnd;
    }
  }

  /** Lays another way beside it. */
  CommonSteps with(int[] keys) {
    other = keys;
    int size = (keys.length + 1) * words;
    if (rows.length < size) {
      rows = new long[size];
    }
    Arrays.fill(rows, keys.length * words, size, -1L);
    for (int j = keys.length - 1; j >= 0; j--) {
      long[] same = keys[j] < places.length ? places[keys[j]] : null;
      if (same == null) {
        System.arraycopy(rows, (j + 1) * words, rows, j * words, words);
      } else {
        compute(j, same);
      }
    }
    return this;
  }

  private void compute(int j, long[] same) {
    computed += words;
    long carry = 0;
    for (int word = 0; word < words; word++) {
      long before = rows[(j + 1) * words + word];
      long taken = before & same[word];
      long sum = before + taken;
      long more = Long.compareUnsigned(sum, before) < 0 ? 1 : 0;
      sum += carry;
      carry = more | (Long.compareUnsigned(sum, carry) < 0 ? 1 : 0);
      rows[j * words + word] = sum | (before & ~taken);
    }
  }

  /** How many they have in common from two places on. */
  int from(int i, int j) {
    int left = one.length - i;
    int kept = 0;
    int word = 0;
    for (; (word + 1) * Long.SIZE <= left; word++) {
      kept += Long.bitCount(rows[j * words + word]);
    }
    if (left % Long.SIZE != 0) {
      kept += Long.bitCount(rows[j * words + word] & ((1L << left) - 1));
    }
    return left - kept;
  }

  boolean isSame(int i, int j) {
    return one[i] == other[j];
  }

  /** Steps of the one way. */
  int ones() {
    return one.length;
  }

  /** Steps of the other way. */
  int others() {
    return other.length;
  }

  /** How many words of rows were computed so far. */
  long computed() {
    return computed;
  }
}
