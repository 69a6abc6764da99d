package dev.rollcall.reader;

import dev.rollcall.recording.Jvm;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether the JVM that a recording comes from runs on this machine, now. */
final class RunningJvm {
  /** The system knows the start of a process to the second, the JVM that of itself a bit later. */
  private static final Duration TOLERANCE = Duration.ofSeconds(2);

  private RunningJvm() {}

  /** Only where the process id and the start both say so; not knowing is no. */
  static boolean is(@Nullable Jvm jvm) {
    return jvm != null
        && ProcessHandle.of(jvm.pid())
            .filter(ProcessHandle::isAlive)
            .flatMap(process -> process.info().startInstant())
            .filter(start -> isNear(start, jvm))
            .isPresent();
  }

  private static boolean isNear(Instant start, Jvm jvm) {
    Instant recorded = Instant.EPOCH.plusNanos(jvm.startedAt());
    return Duration.between(start, recorded).abs().compareTo(TOLERANCE) <= 0;
  }
}
