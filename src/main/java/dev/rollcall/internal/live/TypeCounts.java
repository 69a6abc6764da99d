package dev.rollcall.internal.live;

import static java.util.Objects.requireNonNull;

import dev.rollcall.internal.settings.Expectations;
import dev.rollcall.internal.settings.TypePatterns;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/**
 * The counts of a checker by type. A class refers to its count weakly: the count knows its
 * checker's sites, and a strong reference would keep every checker's for as long as the class
 * lives.
 */
public final class TypeCounts {
  private final TypePatterns ignore;
  private final Expectations expect;
  private final Sites sites;
  private final Consumer<Entry> whenCollected;
  private final ConcurrentLinkedQueue<TypeCount> all = new ConcurrentLinkedQueue<>();

  private final ClassValue<WeakReference<TypeCount>> byType =
      new ClassValue<>() {
        /** May run in two threads at once for one class: both are listed, one stays at zero. */
        @Override
        protected WeakReference<TypeCount> computeValue(Class<?> type) {
          TypeCount count =
              new TypeCount(
                  type,
                  ignore.matches(type.getTypeName()),
                  expect.of(type.getTypeName()),
                  sites,
                  whenCollected);
          all.add(count);
          return new WeakReference<>(count);
        }
      };

  /** No types so far; the other parameters are those of each {@link TypeCount}. */
  public TypeCounts(
      TypePatterns ignore, Expectations expect, Sites sites, Consumer<Entry> whenCollected) {
    this.ignore = ignore;
    this.expect = expect;
    this.sites = sites;
    this.whenCollected = whenCollected;
  }

  /** The count of a type; the list holds it. */
  public TypeCount get(Class<?> type) {
    return requireNonNull(byType.get(type).get());
  }

  public Collection<TypeCount> all() {
    return all;
  }

  /**
   * The counts by type name, in the order in which the names were first seen: a name never loses
   * its place. A name has several where class loaders have classes of it.
   */
  public Map<String, List<TypeCount>> byName() {
    Map<String, List<TypeCount>> byName = new LinkedHashMap<>();
    all.forEach(count -> byName.computeIfAbsent(count.name, name -> new ArrayList<>()).add(count));
    return byName;
  }

  public long registered() {
    return all.stream().mapToLong(count -> count.registered.sum()).sum();
  }

  public long unregistered() {
    return all.stream().mapToLong(count -> count.unregistered.sum()).sum();
  }

  /** How many of the registered are not followed; to be asked for after them. */
  public long unfollowed() {
    long sum = 0;
    for (TypeCount count : all) {
      sum += count.unfollowed.sum();
    }
    return sum;
  }

  /** How many of the unregistered are not followed; to be asked for after them. */
  public long unfollowedEnded() {
    long sum = 0;
    for (TypeCount count : all) {
      sum += count.unfollowedEnded.sum();
    }
    return sum;
  }
}
