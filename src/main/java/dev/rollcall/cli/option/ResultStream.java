package dev.rollcall.cli.option;

import dev.rollcall.common.Printable;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Standard output, which remembers why it could not be written: the writers of the JDK do not all
 * tell. After the first failure nothing more is tried.
 *
 * <p>What fits into a pipe is written in one piece, when the result is {@link #finish finished}: so
 * a reader that goes away after the first line has been given all of it.
 */
public final class ResultStream extends OutputStream {
  private static final int OF_A_PIPE = 1 << 16;
  private static final Path ON_LINUX = Path.of("/proc/self/fd/1");

  private final OutputStream stdout;
  private final boolean pipe;
  private @Nullable IOException failure;

  /** As for {@link #stdout}, to any stream. */
  public ResultStream(OutputStream stdout) {
    this(stdout, false);
  }

  private ResultStream(OutputStream stdout, boolean pipe) {
    this.stdout = new BufferedOutputStream(stdout, OF_A_PIPE);
    this.pipe = pipe;
  }

  /** The standard output of this process. */
  public static ResultStream stdout() {
    return new ResultStream(new FileOutputStream(FileDescriptor.out), isPipe());
  }

  private static boolean isPipe() {
    try {
      String target = Files.readSymbolicLink(ON_LINUX).toString();
      return target.startsWith("pipe:") || target.startsWith("socket:");
    } catch (IOException | UnsupportedOperationException notLinux) {
      return false;
    }
  }

  /** A write that may fail. */
  private interface Write {
    void run() throws IOException;
  }

  @Override
  public void write(int b) throws IOException {
    attempt(() -> stdout.write(b));
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    attempt(() -> stdout.write(bytes, from, length));
  }

  /** Does nothing: writers flush whenever they like. */
  @Override
  public void flush() {}

  /** Writes what is left of the result; whether that went well is to be asked. */
  public void finish() {
    try {
      attempt(stdout::flush);
    } catch (IOException kept) {
      // See trouble().
    }
  }

  private void attempt(Write write) throws IOException {
    if (failure != null) {
      throw failure;
    }
    try {
      write.run();
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  /** Whether something could not be written. */
  boolean hasFailed() {
    return failure != null;
  }

  /** Why the result is not where it should be; {@code null} if it is, or {@link #isUnread}. */
  public @Nullable String trouble() {
    return failure == null || isUnread() ? null : reason(failure);
  }

  /**
   * Whether the reader had enough and went away, as {@code head} does. The system's words for it
   * may be in any language; but only a pipe has a reader.
   */
  public boolean isUnread() {
    return failure != null && (pipe || reason(failure).toLowerCase(Locale.ROOT).contains("pipe"));
  }

  /** What the system says of a failure, as in "No space left on device". */
  public static String reason(IOException failure) {
    String message =
        failure instanceof FileSystemException ofFile && ofFile.getReason() != null
            ? ofFile.getReason()
            : failure.getMessage();
    return message == null || message.isBlank()
        ? failure.getClass().getSimpleName()
        : Printable.of(message);
  }
}
