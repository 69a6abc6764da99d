package dev.rollcall.cli.mcp.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rollcall.cli.mcp.ask.Asking;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files are read once, as long as they stay as they are. That they are not read again shows where
 * one changes, and its size and time do not.
 */
final class LibraryTest {
  private static final FileTime THEN = FileTime.fromMillis(1_764_000_000_000L);

  @TempDir private Path directory = Path.of("");
  private Library library = new Library(none());

  private static StartDirectories none() {
    try {
      return StartDirectories.of(List.of());
    } catch (Refusal e) {
      throw new AssertionError(e);
    }
  }

  @BeforeEach
  void unpack() throws Exception {
    Asking.unpack("finished", directory);
    library = new Library(StartDirectories.of(List.of(directory.toString())));
    for (int i = 0; i < 6; i++) {
      Files.copy(directory.resolve("finished.jfr"), directory.resolve(i + ".jfr"));
      Files.setLastModifiedTime(directory.resolve(i + ".jfr"), THEN);
    }
  }

  private Library.Told told(int file) throws Refusal {
    return library.report(List.of(file + ".jfr"));
  }

  /** Overwrites a file by zeros, so that it cannot be read any more. */
  private void blank(int file, FileTime time) throws Exception {
    Path path = directory.resolve(file + ".jfr");
    Files.write(path, new byte[(int) Files.size(path)]);
    Files.setLastModifiedTime(path, time);
  }

  @Test
  void whatIsUnchangedIsNotReadAgain() throws Exception {
    Library.Told first = told(0);
    blank(0, THEN);

    assertThat(told(0)).isSameAs(first);
    assertThat(library.report(List.of("./0.jfr"))).isSameAs(first);
  }

  @Test
  void whatHasChangedIsReadAgain() throws Exception {
    assertThat(told(0).report().findings().totals().leaked()).isEqualTo(11);
    blank(0, FileTime.fromMillis(THEN.toMillis() + 2_000));

    assertThat(new Asking(directory).refused("summary", "{'files': ['0.jfr']}"))
        .contains("not a flight recording");
    Refusal refusal = catchThrowableOfType(Refusal.class, () -> told(0));
    assertThat(refusal.sentence()).contains("not a flight recording");
  }

  @Test
  void aFewAreKept() throws Exception {
    Library.Told first = told(0);
    for (int i = 1; i < 4; i++) {
      told(i);
    }
    assertThat(told(0)).isSameAs(first);
    Library.Told second = told(1);
    told(4);
    told(5);

    // What was asked for last is kept: 0 and 1, not 2 and 3.
    assertThat(told(0)).isSameAs(first);
    assertThat(told(1)).isSameAs(second);
    blank(2, THEN);
    assertThat(catchThrowableOfType(Refusal.class, () -> told(2))).isNotNull();
  }

  @Test
  void whoAsksTheSameAtOnceIsToldTheSame() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<Library.Told>> all = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        all.add(threads.submit(() -> told(0)));
      }
      Library.Told first = all.get(0).get();
      for (Future<Library.Told> each : all) {
        assertThat(each.get()).isSameAs(first);
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
