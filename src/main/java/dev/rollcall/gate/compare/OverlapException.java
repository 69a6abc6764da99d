package dev.rollcall.gate.compare;

import java.io.Serial;

/** Two reports cannot be added up, because one JVM is in both; the message is a sentence. */
public final class OverlapException extends Exception {
  @Serial private static final long serialVersionUID = 1;

  OverlapException(String first, String second, String shared) {
    super(
        first
            + " and "
            + second
            + " both cover "
            + shared
            + ", but not with the same recordings, so adding them up could count a leak twice; make"
            + " one report of all its recordings");
  }
}
