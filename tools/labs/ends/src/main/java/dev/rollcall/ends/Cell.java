package dev.rollcall.ends;

import dev.rollcall.LeakMode;

/** What is run many times: an end in one mode, with or without a recording, on one JDK. */
record Cell(End end, LeakMode mode, boolean recorded, Jdk jdk) {
  @Override
  public String toString() {
    return "%s, mode %s, %s a recording, JDK %d"
        .formatted(end.name(), mode, recorded ? "with" : "without", jdk.feature());
  }

  /** The name of a directory for it. */
  String directory() {
    return "%s-%s-%s-%d"
        .formatted(end.name(), mode, recorded ? "recorded" : "plain", jdk.feature());
  }
}
