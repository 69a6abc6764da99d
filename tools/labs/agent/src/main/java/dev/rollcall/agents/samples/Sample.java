package dev.rollcall.agents.samples;

import java.io.IOException;

/** A way to run an application, with the agent and without. */
interface Sample {
  /** What it is, for the one who reads the outcome. */
  String name();

  /** The first version of Java that has what it needs. */
  default int since() {
    return 17;
  }

  /**
   * Runs it.
   *
   * @throws Broken if the agent does not do what is promised
   */
  void run(Lab lab) throws IOException, InterruptedException, Broken;
}
