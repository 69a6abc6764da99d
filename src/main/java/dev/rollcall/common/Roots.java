package dev.rollcall.common;

import java.util.Arrays;

/**
 * Which leaked resources are owned by others that leaked, too, and at whom each chain of owners
 * ends. Shared by the check and by the readers of recordings, so that both say the same.
 */
public final class Roots {
  private static final int UNKNOWN = -1;
  private static final int PASSED = -2;

  private Roots() {}

  /**
   * The place in {@code ids} of the root of each: of the last of its owners that leaked, or of
   * itself if its owner did not leak.
   *
   * <p>Each chain is followed to where it ends, or comes to a root that is known. One that runs in
   * a circle, as owners that change while a check looks at them or a damaged recording may show
   * them, ends at the first of the circle that was come to.
   *
   * @param ids the ids of the leaked, ascending
   * @param owners the id of the owner of each; 0 where it has none
   */
  public static int[] of(long[] ids, long[] owners) {
    int[] next = new int[ids.length];
    for (int i = 0; i < ids.length; i++) {
      int owner = owners[i] == 0 ? -1 : Arrays.binarySearch(ids, owners[i]);
      next[i] = owner < 0 ? i : owner;
    }
    int[] roots = new int[ids.length];
    Arrays.fill(roots, UNKNOWN);
    for (int i = 0; i < ids.length; i++) {
      int end = i;
      while (roots[end] == UNKNOWN) {
        roots[end] = PASSED;
        end = next[end];
      }
      int root = roots[end] == PASSED ? end : roots[end];
      for (int at = i; roots[at] == PASSED; at = next[at]) {
        roots[at] = root;
      }
    }
    return roots;
  }
}
