package dev.rollcall.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.rollcall.LeakChecker;
import dev.rollcall.LeakMode;
import dev.rollcall.testing.Buffer;
import dev.rollcall.testing.Recorded;
import jdk.jfr.consumer.RecordedEvent;
import org.junit.jupiter.api.Test;

/** {@code rollcall.Misuse}, once for each thing that can be done wrong. */
class MisuseEventTest {
  private final LeakChecker checker = LeakChecker.builder().build();
  private final int checkerId = checker.check().checkerId();

  /** A misused resource. */
  private static final class File {}

  private void assertMisuse(
      Recorded recorded, String kind, boolean idKnown, Class<?> type, String message) {
    RecordedEvent event = recorded.only("rollcall.Misuse", checkerId);
    long id = idKnown ? recorded.only("rollcall.Register", checkerId).getLong("resourceId") : 0;
    assertThat(Recorded.fields(event, "message"))
        .isEqualTo(
            String.format(
                "{checkerId=%d, kind=%s, resourceId=%d, resourceType=%s}",
                checkerId, kind, id, type.getName()));
    assertThat(event.getString("message"))
        .matches(message.replace("$", "\\$").replace("ID", String.format("0x%x", id)));
    assertThat(Recorded.isFrom(event, MisuseEventTest.class)).isTrue();
  }

  @Test
  void doubleRegister() throws Exception {
    File file = new File();
    Recorded recorded =
        Recorded.during(
            () -> {
              checker.register(file);
              checker.register(file);
              checker.unregister(file);
            });

    assertMisuse(
        recorded,
        "double-register",
        true,
        File.class,
        "dev.rollcall.event.MisuseEventTest$File ID was registered twice,"
            + " the first time (under )?[0-9.]+ s ago by thread .*");
  }

  @Test
  void doubleUnregister() throws Exception {
    File file = new File();
    Recorded recorded =
        Recorded.during(
            () -> {
              checker.register(file);
              checker.unregister(file);
              checker.unregister(file);
            });

    assertMisuse(
        recorded,
        "double-unregister",
        true,
        File.class,
        "dev.rollcall.event.MisuseEventTest$File ID was unregistered a second time;"
            + " it ended (under )?[0-9.]+ s ago in thread .*");
  }

  @Test
  void unknownUnregister() throws Exception {
    Recorded recorded = Recorded.during(() -> checker.unregister(new File()));

    assertMisuse(
        recorded,
        "unknown-unregister",
        false,
        File.class,
        "dev.rollcall.event.MisuseEventTest$File was unregistered but never registered,"
            + " or it ended too long ago to be remembered");
  }

  @Test
  void destroyedButNeverRegistered() throws Exception {
    Recorded recorded = Recorded.during(() -> new Buffer(checker, false).release());

    assertMisuse(
        recorded,
        "unknown-unregister",
        false,
        Buffer.class,
        "dev.rollcall.testing.Buffer was destroyed but never registered: its constructor must end"
            + " with register\\(\\)");
  }

  @Test
  void overReleaseOfAForeignCounter() throws Exception {
    File file = new File();
    Recorded recorded =
        Recorded.during(
            () -> {
              checker.register(file);
              checker.released(file, -1);
              checker.unregister(file);
            });

    assertMisuse(
        recorded,
        "over-release",
        true,
        File.class,
        "dev.rollcall.event.MisuseEventTest$File ID was released more often than retained:"
            + " its count is -1");
    assertThat(recorded.only("rollcall.Release", checkerId).getLong("refCount")).isEqualTo(-1);
  }

  @Test
  void overReleaseAfterTheEnd() throws Exception {
    File file = new File();
    Recorded recorded =
        Recorded.during(
            () -> {
              checker.register(file);
              checker.unregister(file);
              checker.released(file, 0); // Overtaken by the thread that unregistered: no misuse.
              checker.released(file, -1);
            });

    assertMisuse(
        recorded,
        "over-release",
        true,
        File.class,
        "dev.rollcall.event.MisuseEventTest$File 0x[0-9a-f]+ was released while not registered;"
            + " it ended (under )?[0-9.]+ s ago in thread .*");
  }

  @Test
  void overReleaseOfARefCountedResource() throws Exception {
    Recorded recorded =
        Recorded.during(
            () -> {
              Buffer buffer = new Buffer(checker);
              buffer.release();
              assertThatIllegalStateException().isThrownBy(buffer::release);
            });

    assertMisuse(
        recorded,
        "over-release",
        true,
        Buffer.class,
        "dev.rollcall.testing.Buffer was released more often than retained;"
            + " it ended (under )?[0-9.]+ s ago in thread .*");
  }

  @Test
  void retainAfterTheEnd() throws Exception {
    Recorded recorded = Recorded.during(() -> checker.retained(new File(), 1));

    assertMisuse(
        recorded,
        "retain-after-destroy",
        false,
        File.class,
        "dev.rollcall.event.MisuseEventTest$File was retained while not registered");
  }

  @Test
  void retainOfADestroyedRefCountedResource() throws Exception {
    Recorded recorded =
        Recorded.during(
            () -> {
              Buffer buffer = new Buffer(checker);
              buffer.release();
              assertThatIllegalStateException().isThrownBy(buffer::retain);
            });

    assertMisuse(
        recorded,
        "retain-after-destroy",
        true,
        Buffer.class,
        "dev.rollcall.testing.Buffer was retained after it was destroyed;"
            + " it ended (under )?[0-9.]+ s ago in thread .*");
  }

  @Test
  void isRecordedThoughTheModeThrows() throws Exception {
    LeakChecker strict = LeakChecker.builder().mode(LeakMode.FAIL).build();
    int id = strict.check().checkerId();
    Recorded recorded =
        Recorded.during(
            () ->
                assertThatIllegalStateException().isThrownBy(() -> strict.unregister(new File())));

    assertThat(recorded.only("rollcall.Misuse", id).getString("kind"))
        .isEqualTo("unknown-unregister");
  }

  @Test
  void eachIsRecordedThoughOneIsLogged() throws Exception {
    Recorded recorded =
        Recorded.during(
            () -> {
              for (int i = 0; i < 20; i++) {
                checker.unregister(new File());
              }
            });

    assertThat(recorded.all("rollcall.Misuse", checkerId)).hasSize(20);
    assertThat(checker.check().misuses()).isEqualTo(20);
  }
}
