package dev.rollcall;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openjdk.jol.info.ClassLayout;
import org.openjdk.jol.info.FieldLayout;

/** What reference counting costs in memory: one 8-byte word on top of the object header. */
class RefCountedSizeTest {
  private static final class Bare extends RefCounted {
    @Override
    protected void destroy() {}
  }

  private static final class JustALong {
    @SuppressWarnings("unused") // only its size counts
    private long word;
  }

  @Test
  void aBareSubclassIsTheHeaderAndOneLong() {
    ClassLayout layout = ClassLayout.parseClass(Bare.class);

    assertThat(layout.fields()).hasSize(1);
    FieldLayout word = layout.fields().first();
    assertThat(word.typeClass()).isEqualTo("long");
    assertThat(word.size()).isEqualTo(8);
    assertThat(word.offset()).isEqualTo((layout.headerSize() + 7L) / 8 * 8);
    assertThat(layout.instanceSize()).isEqualTo(word.offset() + 8);
  }

  @Test
  void itIsAsLargeAsAnObjectWithOneLong() {
    assertThat(ClassLayout.parseClass(Bare.class).instanceSize())
        .isEqualTo(ClassLayout.parseClass(JustALong.class).instanceSize());
  }
}
