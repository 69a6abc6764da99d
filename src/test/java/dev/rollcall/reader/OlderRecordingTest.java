package dev.rollcall.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rollcall.reader.decode.Decoder;
import dev.rollcall.reader.decode.Interned;
import dev.rollcall.reader.decode.SharedConstants;
import dev.rollcall.recording.LifecycleEvent;
import dev.rollcall.recording.LifecycleEvent.Counted;
import dev.rollcall.recording.LifecycleEvent.LeakFound;
import dev.rollcall.recording.LifecycleEvent.LiveFound;
import dev.rollcall.recording.LifecycleEvent.Registered;
import dev.rollcall.recording.RecordingEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openjdk.jmc.common.unit.UnitLookup;
import org.openjdk.jmc.flightrecorder.parser.ValueField;

/** Events with the fields that they had before there were owners. */
final class OlderRecordingTest {
  private static final ValueField ID =
      new ValueField("resourceId", "Resource Id", "", UnitLookup.ADDRESS);
  private static final ValueField OWNER =
      new ValueField("ownerId", "Owner Id", "", UnitLookup.ADDRESS);

  private static RecordingEvent decoded(String type, List<ValueField> fields, long... ids) {
    Decoder decoder =
        Objects.requireNonNull(Decoder.of(type, fields, new SharedConstants(new Interned())));
    @Nullable Object[] row =
        Arrays.stream(ids).mapToObj(UnitLookup.ADDRESS_UNITY::quantity).toArray();
    return Objects.requireNonNull(decoder.decode(row));
  }

  private static long ownerId(RecordingEvent event) {
    if (event instanceof Registered registered) {
      return registered.ownerId();
    }
    if (event instanceof Counted counted) {
      return counted.ownerId();
    }
    return event instanceof LeakFound leak
        ? leak.condition().ownerId()
        : ((LiveFound) event).condition().ownerId();
  }

  @Test
  void nobodyOwnsAResourceOfWhichNoOwnerIsSaid() {
    for (String name : List.of("Register", "Retain", "Release", "Leak", "Live")) {
      RecordingEvent event = decoded("rollcall." + name, List.of(ID), 7);

      assertThat(ownerId(event)).as(name).isZero();
      assertThat(((LifecycleEvent.OfResource) event).resourceId()).as(name).isEqualTo(7);
    }
  }

  @Test
  void anOwnerThatIsSaidIsRead() {
    for (String name : List.of("Register", "Retain", "Release", "Leak", "Live")) {
      assertThat(ownerId(decoded("rollcall." + name, List.of(ID, OWNER), 7, 3)))
          .as(name)
          .isEqualTo(3);
    }
  }

  @Test
  void anOwnerThatCannotBeIsDamage() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> decoded("rollcall.Register", List.of(ID, OWNER), 7, -1));
  }
}
