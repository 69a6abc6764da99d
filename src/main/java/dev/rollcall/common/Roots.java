package dev.rollcall.common;

import java.util.Arrays;

/**
 * Which leaked resources are owned by others that leaked, too, and at whom each chain of owners
 * ends. Shared by the check and by the readers of recordings, so that both say the same.
 */
public final class Roots {
  private Roots() {}

  /**
   * The place in {@code ids} of the root of each: of the last of its owners that leaked, or of
   * itself if its owner did not leak.
   *
   * <p>An owner is registered before what it owns, so its id is smaller: one that is not is no
   * owner. So there is no circle, and in the order of ids each owner's root is known already,
   * however long the chain.
   *
   * @param ids the ids of the leaked, ascending
   * @param owners the id of the owner of each; 0 where it has none
   */
  public static int[] of(long[] ids, long[] owners) {
    int[] roots = new int[ids.length];
    for (int i = 0; i < ids.length; i++) {
      int owner = owners[i] == 0 ? -1 : Arrays.binarySearch(ids, 0, i, owners[i]);
      roots[i] = owner < 0 ? i : roots[owner];
    }
    return roots;
  }
}
