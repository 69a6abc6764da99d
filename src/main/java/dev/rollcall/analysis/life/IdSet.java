package dev.rollcall.analysis.life;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A set of resource ids at a bit each, in pages. Ids are serial numbers, so pages fill up; a full
 * one costs no more than its place.
 */
final class IdSet {
  private static final int PAGE_BITS = 12;
  private static final int WORDS = (1 << PAGE_BITS) / Long.SIZE;
  private static final Page FULL = new Page(new long[0]);

  private static final class Page {
    final long[] words;
    int size;

    Page(long[] words) {
      this.words = words;
    }
  }

  private final Map<Long, Page> pages = new HashMap<>();

  /** The page that was asked last: most questions are of neighbours. */
  private long latestNumber = -1;

  private @Nullable Page latest;
  private long size;

  /** Adds an id; whether it was new. */
  boolean add(long id) {
    long number = id >>> PAGE_BITS;
    latestNumber = -1;
    Page page = pages.computeIfAbsent(number, n -> new Page(new long[WORDS]));
    if (page == FULL || isSet(page, id)) {
      return false;
    }
    page.words[word(id)] |= 1L << id;
    size++;
    if (++page.size == 1 << PAGE_BITS) {
      pages.put(number, FULL);
    }
    return true;
  }

  boolean contains(long id) {
    long number = id >>> PAGE_BITS;
    if (number != latestNumber) {
      latestNumber = number;
      latest = pages.get(number);
    }
    Page page = latest;
    return page != null && (page == FULL || isSet(page, id));
  }

  long size() {
    return size;
  }

  void addAll(IdSet other) {
    other.pages.forEach(
        (number, page) -> {
          for (int i = 0; i < 1 << PAGE_BITS; i++) {
            long id = (number << PAGE_BITS) + i;
            if (page == FULL || isSet(page, id)) {
              add(id);
            }
          }
        });
  }

  private static boolean isSet(Page page, long id) {
    return (page.words[word(id)] & 1L << id) != 0;
  }

  private static int word(long id) {
    return (int) (id & ((1 << PAGE_BITS) - 1)) / Long.SIZE;
  }
}
