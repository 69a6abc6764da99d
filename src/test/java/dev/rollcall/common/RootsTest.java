package dev.rollcall.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Where chains of owners end. */
class RootsTest {
  private static int[] roots(long[] ids, long... owners) {
    return Roots.of(ids, owners);
  }

  private static long[] ids(long... ids) {
    return ids;
  }

  @Test
  void theRootIsTheLastOwnerThatLeaked() {
    assertThat(roots(ids(3, 5, 8, 9), 0, 3, 5, 0)).containsExactly(0, 0, 0, 3);
  }

  @Test
  void anOwnerThatDidNotLeakIsNoRoot() {
    assertThat(roots(ids(3, 5, 8), 2, 4, 5)).containsExactly(0, 1, 1);
  }

  @Test
  void whatWasRegisteredBeforeItsOwnerIsOwnedAllTheSame() {
    assertThat(roots(ids(3, 5, 8), 5, 8, 0)).containsExactly(2, 2, 2);
    assertThat(roots(ids(3, 5, 8), 8, 0, 5)).containsExactly(1, 1, 1);
  }

  @Test
  void aCircleHasARootToo() {
    assertThat(roots(ids(3, 5, 8), 5, 8, 8)).containsExactly(2, 2, 2);
    assertThat(roots(ids(3, 5, 8, 9), 5, 8, 5, 3)).containsExactly(1, 1, 1, 1);
    assertThat(roots(ids(3, 5), 5, 3)).containsExactly(0, 0);
  }

  @Test
  void nobodyOwnsAnythingByAnIdThatThereIsNot() {
    assertThat(roots(ids(3, 5), -3, Long.MIN_VALUE)).containsExactly(0, 1);
  }

  @Test
  void aChainMayBeAsLongAsItLikes() {
    int length = 100_000;
    long[] ids = LongStream.rangeClosed(1, length).toArray();
    long[] owners = LongStream.range(0, length).toArray();

    assertThat(IntStream.of(Roots.of(ids, owners)).allMatch(root -> root == 0)).isTrue();
  }
}
