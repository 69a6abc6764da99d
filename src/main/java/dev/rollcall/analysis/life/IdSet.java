package dev.rollcall.analysis.life;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.function.LongPredicate;
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

    Page copy() {
      if (this == FULL) {
        return this;
      }
      Page copy = new Page(words.clone());
      copy.size = size;
      return copy;
    }

    int count() {
      return this == FULL ? 1 << PAGE_BITS : size;
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

  /** Whether any of them is one that is asked for. */
  boolean anyMatch(LongPredicate asked) {
    return pages.entrySet().stream()
        .anyMatch(page -> anyMatch(page.getKey(), page.getValue(), asked));
  }

  private static boolean anyMatch(long number, Page page, LongPredicate asked) {
    for (int i = 0; i < 1 << PAGE_BITS; i++) {
      long id = (number << PAGE_BITS) + i;
      if ((page == FULL || isSet(page, id)) && asked.test(id)) {
        return true;
      }
    }
    return false;
  }

  /** Whether another one has any of these. */
  boolean meets(IdSet other) {
    return other.pages.entrySet().stream()
        .filter(page -> pages.containsKey(page.getKey()))
        .anyMatch(page -> anyMatch(page.getKey(), page.getValue(), this::contains));
  }

  /** Adds all of another one; {@code twice} takes those that were here already. */
  void addAll(IdSet other, LongConsumer twice) {
    latestNumber = -1;
    other.pages.forEach((number, page) -> add(number, page, twice));
  }

  private void add(long number, Page theirs, LongConsumer twice) {
    Page mine = pages.get(number);
    if (mine == null) {
      pages.put(number, theirs.copy());
      size += theirs.count();
      return;
    }
    for (int i = 0; i < 1 << PAGE_BITS; i++) {
      long id = (number << PAGE_BITS) + i;
      if ((theirs == FULL || isSet(theirs, id)) && !add(id)) {
        twice.accept(id);
      }
    }
  }

  private static boolean isSet(Page page, long id) {
    return (page.words[word(id)] & 1L << id) != 0;
  }

  private static int word(long id) {
    return (int) (id & ((1 << PAGE_BITS) - 1)) / Long.SIZE;
  }
}
