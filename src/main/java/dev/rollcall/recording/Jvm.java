package dev.rollcall.recording;

import dev.rollcall.common.Labels;

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
}
