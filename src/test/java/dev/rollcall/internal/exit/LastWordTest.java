package dev.rollcall.internal.exit;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.rollcall.LeakMode;
import dev.rollcall.SiteMode;
import dev.rollcall.internal.check.State;
import dev.rollcall.internal.live.Entry;
import dev.rollcall.internal.live.TypeCount;
import dev.rollcall.internal.settings.Settings;
import java.io.FileOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastWordTest {
  private final OutOfMemoryError spent = new OutOfMemoryError();

  private final State state =
      new State(1, Settings.separate(LeakMode.WARN, SiteMode.NEVER, "java.lang.Integer"), null);
  private final List<Object> kept = new ArrayList<>();

  @TempDir Path directory;

  @Test
  void countsByTypeAreSaid() throws Exception {
    for (int i = 0; i < 1_234; i++) {
      register(new Object());
    }
    register(new BitSet());
    register(Integer.valueOf(7));
    state.live.remove(kept.get(0));

    assertThat(said(spent))
        .isEqualTo(
            """
            LEAK: 1,234 of 1,236 registered resources were never released. \
            Memory ran out, so there are only counts by type:
                1,233 of 1,234 java.lang.Object
                1 of 1 java.util.BitSet
            """);
  }

  @Test
  void anythingElseIsNotTakenForWantOfMemory() throws Exception {
    register(new Object());

    assertThat(said(new IllegalStateException(new LinkageError())))
        .startsWith(
            "LEAK: 1 of 1 registered resources was never released. The check failed, so there are");
  }

  @Test
  void nothingIsSaidOfNothing() throws Exception {
    register(Integer.valueOf(7));

    assertThat(said(spent)).isEmpty();
  }

  @Test
  void nothingIsAllocated() throws Exception {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    for (int i = 0; i < 1_000; i++) {
      register(new Object());
    }
    register(new BitSet());
    new LastWord(state).rehearse();
    try (FileOutputStream out = new FileOutputStream(directory.resolve("word").toFile())) {
      LastWord word = new LastWord(state, out);
      long unused = threads.getCurrentThreadAllocatedBytes();

      long before = threads.getCurrentThreadAllocatedBytes();
      boolean said = word.say(spent);
      long after = threads.getCurrentThreadAllocatedBytes();

      assertThat(said).isTrue();
      assertThat(after - before).isZero();
    }
  }

  private String said(Throwable failure) throws Exception {
    Path file = directory.resolve("word");
    try (FileOutputStream out = new FileOutputStream(file.toFile())) {
      boolean leaked = new LastWord(state, out).say(failure);
      assertThat(leaked).isEqualTo(Files.size(file) > 0);
    }
    return Files.readString(file);
  }

  private void register(Object resource) {
    TypeCount type = state.types.get(resource.getClass());
    Entry unused =
        state.live.putIfAbsent(resource, new Entry(resource, kept.size() + 1, type, null));
    type.registered.increment();
    kept.add(resource);
  }
}
