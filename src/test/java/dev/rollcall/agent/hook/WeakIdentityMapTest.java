package dev.rollcall.agent.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class WeakIdentityMapTest {
  private final WeakIdentityMap<Object> map = new WeakIdentityMap<>();

  /** Its methods are the program's, which an agent has no business to call. */
  private static final class Hostile {
    @Override
    public boolean equals(Object other) {
      throw new AssertionError();
    }

    @Override
    public int hashCode() {
      throw new AssertionError();
    }

    @Override
    public String toString() {
      throw new AssertionError();
    }
  }

  @Test
  void knowsObjectsWhateverTheirMethodsDo() {
    Hostile one = new Hostile();
    Hostile other = new Hostile();
    map.put(one, 1);

    assertThat(map.get(one)).isEqualTo(1);
    assertThat(map.get(other)).isNull();
    assertThat(map.putIfAbsent(other, 2)).isEqualTo(2);
    assertThat(map.putIfAbsent(other, 3)).isEqualTo(2);
  }

  @Test
  void tellsEqualObjectsApart() {
    List<String> equal = Stream.generate(() -> new String("equal")).limit(1_000).toList();
    equal.forEach(each -> map.put(each, each));

    assertThat(equal).allSatisfy(each -> assertThat(map.get(each)).isSameAs(each));
  }

  @Test
  void replaces() {
    Object key = new Object();
    map.put(key, 1);
    map.put(key, 2);

    assertThat(map.get(key)).isEqualTo(2);
  }

  /** With the object goes what is known of it, when the next comes. */
  @Test
  @Timeout(60) // where something keeps it, the loop has no end
  void forgetsWhatTheCollectorHasTaken() {
    Object key = new Object();
    Object value = new Object();
    WeakReference<Object> left = new WeakReference<>(value);
    map.put(key, value);
    key = null;
    value = null;
    while (left.get() != null) {
      System.gc();
      map.put(new Object(), "next");
    }

    assertThat(left.get()).isNull();
  }
}
