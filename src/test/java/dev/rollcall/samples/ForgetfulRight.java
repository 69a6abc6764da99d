package dev.rollcall.samples;

import org.junit.jupiter.api.Test;

/** As {@link ForgetfulLeft}, so that there are two. */
public class ForgetfulRight {
  @Test
  void leaks() {
    new Frame.Cached();
  }
}
