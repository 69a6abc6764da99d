package dev.rollcall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rollcall.internal.OffChecker;
import dev.rollcall.testing.Program;
import dev.rollcall.testing.Recorded;
import java.util.ArrayList;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How many bytes a resource holds, from its registration into the events. */
class BytesTest {
  /** How many live resources a checkpoint writes one by one. */
  private static final int CAP = 10_000;

  private final LeakChecker checker = LeakChecker.builder().build();
  private final int checkerId = checker.check().checkerId();

  /** Keeps what a test registers, so that no test depends on the collector. */
  private final List<Object> held = new ArrayList<>();

  /** A counted resource that knows its size. */
  private final class Region extends RefCounted {
    @SuppressWarnings("this-escape") // the last step of the construction
    Region(Object owner, long bytes) {
      register(owner, bytes);
    }

    @Override
    protected LeakChecker leakChecker() {
      return checker;
    }

    @Override
    protected void destroy() {}
  }

  private Object register(long bytes) {
    Object mapped = new Object();
    held.add(mapped);
    checker.register(mapped, "a mapped file", null, bytes);
    return mapped;
  }

  @AfterEach
  void nothingIsLeft() {
    held.stream().filter(checker::isRegistered).forEach(checker::unregister);
    assertThat(checker.finalCheck().isClean()).isTrue();
  }

  private static void curve(Recording recording) {
    recording.enable("rollcall.LiveCount").with("period", "endChunk");
  }

  private List<Long> bytes(Recorded recorded, String event) {
    return recorded.all(event, checkerId).stream().map(each -> each.getLong("bytes")).toList();
  }

  @Test
  void areInEveryEventThatTellsOfTheResource() throws Exception {
    Recorded recorded =
        Recorded.during(
            BytesTest::curve,
            () -> {
              checker.unregister(register(1_000));
              register(4_096);
              register(0);
              checker.check();
            });

    assertThat(bytes(recorded, "rollcall.Register")).containsExactly(1_000L, 4_096L, 0L);
    assertThat(bytes(recorded, "rollcall.Leak")).containsExactlyInAnyOrder(4_096L, 0L);
    assertThat(bytes(recorded, "rollcall.Live")).containsExactlyInAnyOrder(4_096L, 0L);
    // What was released holds nothing any more.
    assertThat(bytes(recorded, "rollcall.LiveCount")).containsExactly(4_096L);
  }

  @Test
  void aCountedResourceSaysThem() throws Exception {
    List<Region> region = new ArrayList<>();
    Recorded recorded =
        Recorded.during(BytesTest::curve, () -> region.add(new Region(register(10), 8_192)));

    RecordedEvent last = recorded.all("rollcall.Register", checkerId).get(1);
    assertThat(last.getLong("bytes")).isEqualTo(8_192);
    assertThat(last.getLong("ownerId"))
        .isEqualTo(recorded.all("rollcall.Register", checkerId).get(0).getLong("resourceId"));
    assertThat(bytes(recorded, "rollcall.LiveCount")).containsExactlyInAnyOrder(10L, 8_192L);
    region.get(0).release();
  }

  @Test
  void whatIsBeyondTheCapOfACheckpointIsSummedUp() throws Exception {
    held.addAll(Program.open(checker, CAP));
    for (int i = 0; i < 3; i++) {
      register(1_000_000);
    }
    Recorded recorded = Recorded.during(() -> {});

    assertThat(bytes(recorded, "rollcall.LiveGroup")).containsExactly(3_000_000L);
  }

  @Test
  void aSecondRegistrationCountsNothing() throws Exception {
    Object mapped = register(100);
    Recorded recorded =
        Recorded.during(BytesTest::curve, () -> checker.register(mapped, null, null, 7));

    assertThat(bytes(recorded, "rollcall.LiveCount")).containsExactly(100L);
    assertThat(bytes(recorded, "rollcall.Register")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = LeakMode.class,
      names = {"WARN", "FAIL"})
  void aNegativeNumberIsRefusedBeforeAnythingIsRegistered(LeakMode mode) {
    LeakChecker strict = LeakChecker.builder().mode(mode).build();
    Object mapped = new Object();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> strict.register(mapped, null, null, -1))
        .withMessage(
            "A resource cannot hold -1 bytes: say how many it holds, or 0 where that is not known");
    assertThat(strict.isRegistered(mapped)).isFalse();
    assertThat(strict.finalCheck().registered()).isZero();
  }

  @Test
  void offDoesNotEvenLook() {
    OffChecker.INSTANCE.register(held, null, null, -1);

    assertThat(OffChecker.INSTANCE.check().registered()).isZero();
  }
}
