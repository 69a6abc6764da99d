package dev.rollcall.attach;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A process, looked at before anything is done to it. To attach to a JVM means to send it SIGQUIT,
 * which ends whatever is no JVM; JDKs before 21 do not look first.
 */
final class Target {
  private static final String CAUGHT = "SigCgt:";
  private static final String STATE = "State:";

  /** By a signal, and by a tracer. */
  private static final String STOPPED = "Tt";

  /** The bit of SIGQUIT, signal 3, in the mask of those that a process catches. */
  private static final long QUIT = 1L << 2;

  private static final String ROOT = "root";

  private final long pid;
  private final Path proc;

  Target(long pid) {
    this(pid, Path.of("/proc"));
  }

  /** {@code proc}: where the system tells of its processes. */
  Target(long pid, Path proc) {
    this.pid = pid;
    this.proc = proc.resolve(String.valueOf(pid));
  }

  /**
   * Refuses what is no JVM of this user.
   *
   * @param isListed whether it is among the JVMs that the system knows
   */
  void check(boolean isListed) throws NotAttachedException {
    ProcessHandle process =
        ProcessHandle.of(pid)
            .orElseThrow(
                () ->
                    new NotAttachedException(
                        "there is no process "
                            + pid
                            + "; to see the JVMs that can be named, leave the number out",
                        true));
    if (pid == ProcessHandle.current().pid()) {
      throw new NotAttachedException(
          "process " + pid + " is this tool itself; name the JVM that is to be asked", true);
    }
    refuseOthers(user(process), user(ProcessHandle.current()));
    Boolean catchesQuit = catchesQuit();
    if (catchesQuit == null ? !isListed : !catchesQuit) {
      throw isListed
          ? new NotAttachedException(
              "JVM "
                  + pid
                  + " was started with -Xrs and cannot be asked; start it without, or record with"
                  + " -XX:StartFlightRecording and run rollcall report on the file")
          : new NotAttachedException(
              "process "
                  + pid
                  + " is not a JVM; to see the JVMs that can be named, leave the number out",
              true);
    }
    refuseStopped();
  }

  /** What is stopped answers when it goes on, and not before. */
  void refuseStopped() throws NotAttachedException {
    for (String line : lines(proc.resolve("status"))) {
      if (line.startsWith(STATE)
          && STOPPED.indexOf(line.substring(STATE.length()).strip().charAt(0)) >= 0) {
        throw new NotAttachedException(
            "JVM " + pid + " is stopped and cannot answer; let it go on: kill -CONT " + pid);
      }
    }
  }

  private static @Nullable String user(ProcessHandle process) {
    return process.info().user().orElse(null);
  }

  /** Root may ask all; where it is not known whose a process is, the system says. */
  void refuseOthers(@Nullable String owner, @Nullable String self) throws NotAttachedException {
    if (owner != null && self != null && !owner.equals(self) && !self.equals(ROOT)) {
      throw new NotAttachedException(
          "process "
              + pid
              + " belongs to "
              + owner
              + ", and only its own user can ask a JVM; run the tool as "
              + owner);
    }
  }

  /** Whether the process would survive SIGQUIT; null where the system does not tell. */
  @Nullable Boolean catchesQuit() {
    for (String line : lines(proc.resolve("status"))) {
      if (line.startsWith(CAUGHT)) {
        long mask = Long.parseUnsignedLong(line.substring(CAUGHT.length()).strip(), 16);
        return (mask & QUIT) != 0;
      }
    }
    return null;
  }

  /** A variable of its environment, where the system tells. */
  Optional<String> environment(String name) {
    try {
      return Files.readString(proc.resolve("environ"), ISO_8859_1)
          .lines()
          .flatMap(line -> List.of(line.split("\0", -1)).stream())
          .filter(variable -> variable.startsWith(name + "="))
          .map(variable -> variable.substring(name.length() + 1))
          .findFirst();
    } catch (IOException notTold) {
      return Optional.empty();
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file, ISO_8859_1);
    } catch (IOException notTold) {
      return List.of();
    }
  }
}
