package dev.rollcall.cli.option;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is there afterwards, and what was there before if writing fails. */
final class WholeFileTest {
  @TempDir private Path directory = Path.of("");

  private static WholeFile.Content text(String text) {
    return file -> file.write(ByteBuffer.wrap(text.getBytes(UTF_8)));
  }

  private static void write(Path file, String text) throws IOException {
    WholeFile.of(file).write(text(text));
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  private Path directory(String name, String permissions) throws IOException {
    Path made = Files.createDirectory(directory.resolve(name));
    return Files.setPosixFilePermissions(made, PosixFilePermissions.fromString(permissions));
  }

  private static List<String> names(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aNewFileIsItsOwnersAlone() throws IOException {
    write(directory.resolve("new.txt"), "new");

    assertThat(directory.resolve("new.txt")).hasContent("new");
    assertThat(permissions(directory.resolve("new.txt"))).isEqualTo("rw-------");
    assertThat(names(directory)).containsExactly("new.txt");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r--r--", "rw-rw-r--", "rw-------", "rwxr-x---"})
  void anotherHasThePermissionsOfTheOneItReplaces(String permissions) throws IOException {
    Path file = Files.writeString(directory.resolve("old.txt"), "a text that is longer");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));

    write(file, "new");

    assertThat(file).hasContent("new");
    assertThat(permissions(file)).isEqualTo(permissions);
  }

  /** Replaced, not written to: whoever reads the old one goes on reading it. */
  @Test
  void aHardLinkKeepsWhatItHad() throws IOException {
    Path file = Files.writeString(directory.resolve("old.txt"), "old");
    Path other = Files.createLink(directory.resolve("other.txt"), file);

    write(file, "new");

    assertThat(file).hasContent("new");
    assertThat(other).hasContent("old");
  }

  /** Whatever ends it: an error, too. */
  @Test
  void whatIsNotFinishedLeavesNothing() throws IOException {
    Path old = Files.writeString(directory.resolve("old.txt"), "old");
    for (Path file : List.of(old, directory.resolve("new.txt"))) {
      assertThatThrownBy(
              () ->
                  WholeFile.of(file)
                      .write(
                          channel -> {
                            text("half").writeTo(channel);
                            throw new IOException("No space left on device");
                          }))
          .hasMessage("No space left on device");
      assertThatThrownBy(
              () ->
                  WholeFile.of(file)
                      .write(
                          channel -> {
                            text("half").writeTo(channel);
                            throw new StackOverflowError();
                          }))
          .isInstanceOf(StackOverflowError.class);
    }
    assertThat(old).hasContent("old");
    assertThat(names(directory)).containsExactly("old.txt");
  }

  /** Relative, through another, and to what is not there yet. */
  @Test
  void aLinkStaysAndIsFollowed() throws IOException {
    Path links = directory("links", "rwxr-xr-x");
    Path first = Files.createSymbolicLink(links.resolve("first"), Path.of("second"));
    Path second = Files.createSymbolicLink(links.resolve("second"), Path.of("../target.txt"));
    for (String text : List.of("new", "newer")) {
      write(first, text);

      assertThat(directory.resolve("target.txt")).hasContent(text);
      assertThat(first).isSymbolicLink();
      assertThat(second).isSymbolicLink();
      assertThat(names(links)).containsExactly("first", "second");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"rwxrwxrwx", "rwxrwxr-x", "rwx---rwx"})
  void aLinkThatOthersMayHaveMadeIsRefused(String permissions) throws IOException {
    Path target = Files.writeString(directory.resolve("target.txt"), "old");
    Path links = directory("links", permissions);
    Path link = Files.createSymbolicLink(links.resolve("link"), target);
    Path first = Files.createSymbolicLink(directory.resolve("first"), link);

    for (Path name : List.of(link, first)) {
      assertThatThrownBy(() -> WholeFile.of(name))
          .isInstanceOf(FileSystemException.class)
          .hasMessageContaining("is a symbolic link that others may have made");
    }
    assertThat(target).hasContent("old");
    write(links.resolve("plain.txt"), "new");
    assertThat(links.resolve("plain.txt")).hasContent("new");
  }

  @Test
  void aCircleOfLinksIsRefused() throws IOException {
    Files.createSymbolicLink(directory.resolve("one"), Path.of("two"));
    Files.createSymbolicLink(directory.resolve("two"), Path.of("one"));

    assertThatThrownBy(() -> WholeFile.of(directory.resolve("one")))
        .isInstanceOf(FileSystemException.class);
  }

  @Test
  void aDirectoryIsNoFile() throws IOException {
    assertThat(WholeFile.of(directory).isWritable()).isFalse();
    assertThat(WholeFile.of(directory.resolve("no/where.txt")).isWritable()).isFalse();
    assertThat(WholeFile.of(directory.resolve("new.txt")).isWritable()).isTrue();
    assertThat(WholeFile.of(Path.of("/")).isWritable()).isFalse();
  }

  @Test
  void aDeviceStays() throws IOException {
    WholeFile nothing = WholeFile.of(Path.of("/dev/null"));
    assertThat(nothing.isWritable()).isTrue();
    assertThat(nothing.isReplaced()).isFalse();

    nothing.write(text("gone"));

    assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
    assertThatThrownBy(() -> write(Path.of("/dev/full"), "lost"))
        .hasMessage("No space left on device");
  }
}
