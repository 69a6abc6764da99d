package dev.rollcall.load.server;

import java.io.IOException;
import one.profiler.AsyncProfiler;

/** async-profiler in this process: samples what each thread does with its CPU time. */
final class Profiler {
  private static final String WHAT = "event=cpu,interval=500us,threads";

  private Profiler() {}

  /** Starts a profile; returns what the profiler says of it, in one line. */
  static String start() throws IOException {
    return AsyncProfiler.getInstance().execute("start," + WHAT).strip();
  }

  /** Ends it, and writes each stack with its number of samples, outermost frame first. */
  static void write(String file) throws IOException {
    String unused = AsyncProfiler.getInstance().execute("stop,collapsed,dot,threads,file=" + file);
  }
}
