package dev.rollcall.recording;

import dev.rollcall.common.Labels;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The JVM a recording comes from: process id and start, which together identify it on a machine;
 * its labels, where it has some, tell it from those on others.
 */
public record Jvm(long pid, long startedAt, String name, String version, Labels labels) {
  /** One without labels. */
  public Jvm(long pid, long startedAt, String name, String version) {
    this(pid, startedAt, name, version, Labels.NONE);
  }

  /** The same JVM, with its labels. */
  public Jvm with(Labels those) {
    return new Jvm(pid, startedAt, name, version, those);
  }

  // Written out: what a record has of its own is linked anew at each start.
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Jvm o
            && pid == o.pid
            && startedAt == o.startedAt
            && name.equals(o.name)
            && version.equals(o.version)
            && labels.equals(o.labels));
  }

  @Override
  public int hashCode() {
    return Objects.hash(pid, startedAt, name, version, labels);
  }
}
