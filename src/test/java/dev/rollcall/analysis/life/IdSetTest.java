package dev.rollcall.analysis.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class IdSetTest {
  @Test
  void holdsWhatASetHolds() {
    Random random = new Random(1);
    Set<Long> expected = new HashSet<>();
    IdSet ids = new IdSet();
    for (int i = 0; i < 20_000; i++) {
      long id = random.nextInt(3) == 0 ? random.nextLong() : random.nextInt(10_000);
      assertThat(ids.add(id)).isEqualTo(expected.add(id));
    }
    assertThat(ids.size()).isEqualTo(expected.size());
    assertThat(expected).allMatch(ids::contains);
    assertThat(ids.contains(10_001)).isEqualTo(expected.contains(10_001L));
  }

  @Test
  void aFullPageStaysAMemberOfTheSet() {
    IdSet ids = new IdSet();
    for (long id = 0; id < 8_192; id++) {
      assertThat(ids.add(id)).isTrue();
    }
    assertThat(ids.add(17)).isFalse();
    assertThat(ids.contains(4_095)).isTrue();
    assertThat(ids.contains(8_192)).isFalse();

    IdSet other = new IdSet();
    other.add(9_000);
    other.addAll(ids);
    assertThat(other.size()).isEqualTo(8_193);
    assertThat(other.contains(17)).isTrue();
  }
}
