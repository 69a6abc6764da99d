package dev.rollcall.internal.live;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.LeakChecker;
import dev.rollcall.internal.ActiveChecker;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Identity, and entries that stay until they are removed. */
class LiveMapTest {
  private final ActiveChecker checker = (ActiveChecker) LeakChecker.builder().build();
  private final LiveMap map = new LiveMap();
  private long id;

  private Entry entry(Object resource) {
    return new Entry(resource, ++id, checker.state.types.get(resource.getClass()), null);
  }

  /** Equal to every other, with one hash code. */
  private static final class Equal {
    @Override
    public boolean equals(Object other) {
      return other instanceof Equal;
    }

    @Override
    public int hashCode() {
      return 1;
    }
  }

  /** Not even equal to itself, and angry when asked. */
  private static final class Hostile {
    @Override
    public boolean equals(Object other) {
      throw new AssertionError("equals of a resource was called");
    }

    @Override
    public int hashCode() {
      throw new AssertionError("hashCode of a resource was called");
    }

    @Override
    public String toString() {
      throw new AssertionError("toString of a resource was called");
    }
  }

  @Test
  void equalIsNotTheSame() {
    Equal one = new Equal();
    Equal other = new Equal();
    Entry first = entry(one);

    assertThat(map.putIfAbsent(one, first)).isNull();
    assertThat(map.get(other)).isNull();
    assertThat(map.remove(other)).isNull();
    assertThat(map.putIfAbsent(other, entry(other))).isNull();
    assertThat(map.get(one)).isSameAs(first);
    assertThat(map.all()).hasSize(2);
  }

  @Test
  void theSameIsThereOnce() {
    Object resource = new Object();
    Entry first = entry(resource);

    assertThat(map.putIfAbsent(resource, first)).isNull();
    assertThat(map.putIfAbsent(resource, entry(resource))).isSameAs(first);
    assertThat(map.all()).containsExactly(first);
    assertThat(map.remove(resource)).isSameAs(first);
    assertThat(map.remove(resource)).isNull();
    assertThat(map.get(resource)).isNull();
  }

  @Test
  void aResourceIsNeverAsked() {
    Hostile resource = new Hostile();
    checker.register(resource);
    checker.isRegistered(resource);
    checker.register(resource);
    checker.retained(resource, 2);
    checker.released(resource, 1);
    checker.touch(resource, "a note");
    checker.check();
    checker.unregister(resource);
    checker.unregister(resource);

    assertThat(checker.state.misuses.count()).isEqualTo(2);
  }

  @Test
  void manyOfOneHashAreToldApart() {
    List<Object> resources = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      Object resource = new Object();
      resources.add(resource);
      assertThat(map.putIfAbsent(resource, entry(resource))).isNull();
    }

    assertThat(map.all()).extracting(entry -> entry.id).doesNotHaveDuplicates().hasSize(20_000);
    for (int i = 0; i < resources.size(); i++) {
      assertThat(requireNonNull(map.remove(resources.get(i))).id).isEqualTo(i + 1);
    }
    assertThat(map.all()).isEmpty();
  }

  @Test
  void aCollectedOnesEntryStays() {
    Object resource = new Object();
    Entry entry = entry(resource);
    map.putIfAbsent(resource, entry);
    entry.clear();

    assertThat(map.all()).containsExactly(entry);
    assertThat(map.get(resource)).isNull();
  }

  /** Threads take their numbers from blocks of their own, so a later one may be lower. */
  @Test
  void theOldestIsTheFirstByTheClockNotByNumber() {
    TypeCount type = checker.state.types.get(Object.class);
    List<Object> resources = List.of(new Object(), new Object(), new Object());
    Entry late = Entries.registered(1, resources.get(0), 5, type);
    Entry first = Entries.registered(20, resources.get(1), 300, type);
    Entry second = Entries.registered(20, resources.get(2), 301, type);
    for (Entry entry : List.of(late, second, first)) {
      map.putIfAbsent(requireNonNull(entry.get()), entry);
    }

    assertThat(map.oldest()).isSameAs(first);
    assertThat(map.firstOfTypes(2).get(type)).containsExactly(first, second);
    assertThat(map.all().stream().sorted(Entry::compareByAge)).containsExactly(first, second, late);
  }

  @Test
  void theEntriesAreACopy() {
    map.putIfAbsent("a", entry("a"));
    List<Entry> before = map.all();
    map.remove("a");

    assertThat(before).hasSize(1);
    assertThat(map.all()).isEmpty();
  }
}
