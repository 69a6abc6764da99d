package dev.rollcall.ends.program;

import dev.rollcall.LeakChecker;

/** A resource that nobody releases: what every report has to name, and nothing else. */
final class Leaked {
  Leaked() {
    LeakChecker.global().register(this, "leaked");
  }
}
