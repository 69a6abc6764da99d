package dev.rollcall.diagnosis.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class CommonStepsTest {
  /** The table as everybody computes it, one place after the other. */
  private static int[][] table(int[] one, int[] other) {
    int[][] common = new int[one.length + 1][other.length + 1];
    for (int i = one.length - 1; i >= 0; i--) {
      for (int j = other.length - 1; j >= 0; j--) {
        common[i][j] =
            one[i] == other[j]
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }

  private static int[] keys(Random random, int length, int different) {
    return random.ints(length, 0, different).toArray();
  }

  @Test
  void theTableIsThatOfOnePlaceAfterTheOther() {
    for (int seed = 0; seed < 400; seed++) {
      Random random = new Random(seed);
      int different = 1 + random.nextInt(20);
      int[] one = keys(random, random.nextInt(200), different);
      CommonSteps common = new CommonSteps(one);
      for (int way = 0; way < 3; way++) {
        int[] other = keys(random, random.nextInt(200), different + random.nextInt(5));
        int[][] expected = table(one, other);
        common.with(other);
        for (int i = 0; i <= one.length; i++) {
          for (int j = 0; j <= other.length; j++) {
            assertThat(common.from(i, j)).as("%d: %d, %d", seed, i, j).isEqualTo(expected[i][j]);
          }
        }
      }
    }
  }

  @Test
  void wholeWordsAreComputedAtOnce() {
    for (int length : new int[] {1, 63, 64, 65, 128, 129}) {
      CommonSteps common = new CommonSteps(new int[length]).with(new int[length]);
      assertThat(common.from(0, 0)).isEqualTo(length);
      assertThat(common.computed()).isEqualTo(length * ((length + 63L) / 64));
    }
  }
}
