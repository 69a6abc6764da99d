package dev.rollcall.bench.read;

/** A reader, the heap it is given, and what it is called in the table. */
enum Reader {
  ROLLCALL("Rollcall: events, histories, verdicts, groups", "512m"),
  ROLLCALL_EVENTS("Rollcall: events only", "512m"),
  JMC_DROPPING("JMC parser, delivering to a sink that drops everything", "512m"),
  JMC("JMC parser, `JfrLoaderToolkit.loadEvents`", "8g"),
  JDK("JDK, `RecordingFile`, counting events without their fields", "512m"),
  ASYNC_PROFILER("async-profiler, `one.jfr.JfrReader` 4.5, without stacks and strings", "512m");

  final String label;
  final String heap;

  Reader(String label, String heap) {
    this.label = label;
    this.heap = heap;
  }

  boolean isOurs() {
    return this == ROLLCALL || this == ROLLCALL_EVENTS;
  }
}
