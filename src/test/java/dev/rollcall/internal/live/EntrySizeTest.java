package dev.rollcall.internal.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.internal.scope.Blame;
import dev.rollcall.internal.scope.Scope;
import org.junit.jupiter.api.Test;
import org.openjdk.jol.info.ClassLayout;

/** What a registration costs in memory: what few resources have costs only those. */
class EntrySizeTest {
  private static long size(Object object) {
    return ClassLayout.parseInstance(object).instanceSize();
  }

  private static Entry entry(Detail detail) {
    return new Entry(new Object(), 1, Entries.type(), detail);
  }

  @Test
  void anEntryIsAsSmallAsItsCommentSays() {
    assertThat(size(entry(Detail.of("a file", null, 0, 0, new Steps())))).isEqualTo(48);
    assertThat(size(entry(Detail.of("a file", null, 0, 4_096, new Steps())))).isEqualTo(48);
  }

  @Test
  void onlyTheDetailOfWhatHoldsBytesIsLarger() {
    Detail without = Detail.of("a file", null, 0, 0, new Steps());
    Detail with = Detail.of("a file", null, 0, 4_096, new Steps());

    assertThat(size(without)).isEqualTo(40);
    assertThat(size(with)).isEqualTo(48);
    assertThat(entry(without).bytes()).isZero();
    assertThat(entry(with).bytes()).isEqualTo(4_096);
  }

  @Test
  void soItIsInATest() {
    Blame blame = new Scope("a test", null, true).certain;
    Detail without = ScopedDetail.of("a file", null, blame, 0, 0, new Steps());
    Detail with = ScopedDetail.of("a file", null, blame, 0, 4_096, new Steps());

    assertThat(size(with) - size(without)).isEqualTo(Long.BYTES);
    assertThat(entry(without).bytes()).isZero();
    assertThat(entry(with).bytes()).isEqualTo(4_096);
  }
}
