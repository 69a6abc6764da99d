package dev.rollcall.samples;

import org.junit.jupiter.api.Test;

/** Leaks where nobody checks, and runs in builds of its own. */
public class ForgetfulLeft {
  @Test
  void leaks() {
    new Frame();
  }

  @Test
  void releases() {
    new Frame().release();
  }
}
