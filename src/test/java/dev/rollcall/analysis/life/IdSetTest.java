package dev.rollcall.analysis.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
    other.addAll(ids, id -> fail());
    assertThat(other.size()).isEqualTo(8_193);
    assertThat(other.contains(17)).isTrue();
  }

  @Test
  void tellsWhichItHadAlready() {
    IdSet ids = new IdSet();
    IdSet other = new IdSet();
    for (long id = 0; id < 5_000; id++) {
      ids.add(id);
      other.add(id + 4_000);
    }
    List<Long> twice = new ArrayList<>();

    ids.addAll(other, twice::add);

    assertThat(twice).hasSize(1_000).contains(4_000L, 4_999L);
    assertThat(ids.size()).isEqualTo(9_000);
    assertThat(other.add(9_000)).isTrue();
    assertThat(ids.contains(9_000)).isFalse();
  }
}
