package dev.rollcall.cli.option;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file that is written whole or not at all: first to a temporary file in the same directory,
 * which its owner alone can read, then to the disk, and last moved into place. There it has the
 * permissions, and if possible the owner and the group, of the file that it replaces. What cannot
 * be replaced, as a pipe or {@code /dev/stdout}, is given the whole content at the end.
 *
 * <p>A symbolic link stays, and the file that it leads to is replaced. But whoever may write to the
 * directory of a link decides where it leads, so one that others may write to is refused.
 */
public final class WholeFile {
  private static final int MOST_LINKS = 40;
  private static final Set<PosixFilePermission> OPEN =
      Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);
  private static final Set<PosixFilePermission> OF_GROUP =
      PosixFilePermissions.fromString("---rwx---");

  private final Path file;
  private final boolean isDescriptor;

  private WholeFile(Path file, boolean isDescriptor) {
    this.file = file;
    this.isDescriptor = isDescriptor;
  }

  /** What is written. The file is empty and may be written to at any position. */
  @FunctionalInterface
  public interface Content {
    void writeTo(FileChannel file) throws IOException;
  }

  /**
   * The file of a name; it need not exist.
   *
   * @throws FileSystemException if the name is a symbolic link that is refused, or leads nowhere
   */
  public static WholeFile of(Path name) throws IOException {
    Path at = name.toAbsolutePath();
    for (int links = 0; Files.isSymbolicLink(at); links++) {
      Path directory = directory(at).toRealPath();
      if (directory.startsWith("/proc") || directory.startsWith("/dev/fd")) {
        // It stands for what is open already, as /dev/stdout does, which leads to one of these.
        return new WholeFile(at, true);
      }
      if (isOpenToOthers(directory)) {
        throw new FileSystemException(
            name.toString(), null, at + " is a symbolic link that others may have made");
      }
      if (links == MOST_LINKS) {
        throw new FileSystemLoopException(name.toString());
      }
      at = directory.resolve(Files.readSymbolicLink(at));
    }
    return new WholeFile(at, false);
  }

  private static Path directory(Path file) {
    Path parent = file.getParent();
    return parent == null ? file : parent;
  }

  private static boolean isOpenToOthers(Path directory) throws IOException {
    PosixFileAttributes attributes = posix(directory);
    return attributes != null
        && (attributes.permissions().stream().anyMatch(OPEN::contains)
            || isAnother(attributes.owner()));
  }

  /** Whether a user is neither root nor the one who runs this, if the system can name that. */
  private static boolean isAnother(UserPrincipal user) {
    String self = System.getProperty("user.name", "?");
    return !self.equals("?") && !user.getName().equals(self) && !user.getName().equals("root");
  }

  private static @Nullable PosixFileAttributes posix(Path file) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    return view == null ? null : view.readAttributes();
  }

  /** Whether it can be written, as far as can be told beforehand. */
  public boolean isWritable() {
    if (Files.exists(file) && !(Files.isWritable(file) && !Files.isDirectory(file))) {
      return false;
    }
    return !isReplaced()
        || (Files.isDirectory(directory(file)) && Files.isWritable(directory(file)));
  }

  /** Whether what is there stays as it is if writing fails. */
  public boolean isReplaced() {
    return !Files.exists(file) || (Files.isRegularFile(file) && !isDescriptor);
  }

  /**
   * Writes it.
   *
   * @throws IOException if it cannot be written; then the file is as it was before, unless it is
   *     not {@link #isReplaced replaced}
   */
  public void write(Content content) throws IOException {
    boolean replaced = isReplaced();
    Path written =
        replaced
            ? Files.createTempFile(directory(file), ".rollcall-", ".tmp")
            : Files.createTempFile(".rollcall-", ".tmp");
    // Also where a signal ends the process meanwhile.
    written.toFile().deleteOnExit();
    try {
      try (FileChannel channel =
          FileChannel.open(written, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
        content.writeTo(channel);
        channel.force(true);
      }
      if (replaced) {
        moveIntoPlace(written);
      } else {
        copyInto(written);
      }
    } finally {
      Files.deleteIfExists(written);
    }
  }

  private void moveIntoPlace(Path written) throws IOException {
    if (Files.exists(file)) {
      copyAccess(file, written);
    }
    Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel directory = FileChannel.open(directory(file), StandardOpenOption.READ)) {
      directory.force(true);
    } catch (IOException cannotBeSynced) {
      // Not every system opens a directory; the file is on the disk and in place.
    }
  }

  private static void copyAccess(Path from, Path to) throws IOException {
    PosixFileAttributes old = posix(from);
    PosixFileAttributeView access = Files.getFileAttributeView(to, PosixFileAttributeView.class);
    if (old == null || access == null) {
      return;
    }
    try {
      access.setGroup(old.group());
      access.setOwner(old.owner());
    } catch (IOException notAllowed) {
      // Only root may give a file away, and nobody to a group that he is not in.
    }
    Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
    permissions.addAll(old.permissions());
    if (!access.readAttributes().group().equals(old.group())) {
      permissions.removeAll(OF_GROUP);
    }
    access.setPermissions(permissions);
  }

  /** At the end of what is there: a shell may have opened the file behind /dev/stdout to append. */
  private void copyInto(Path written) throws IOException {
    try (OutputStream out =
        Files.newOutputStream(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
      Files.copy(written, out);
    }
  }
}
