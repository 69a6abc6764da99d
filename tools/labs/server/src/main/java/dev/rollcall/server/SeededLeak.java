package dev.rollcall.server;

/** What the depot forgets, and where. */
enum SeededLeak {
  JOB("a scheduled job, now and then", "depot.Lease", "depot.Restock.finish"),
  REQUEST("one request of many", "depot.Buffer", "depot.LabelSender.send"),
  ERROR("only under errors", "depot.Connection", "depot.Tracking.find");

  final String label;

  /** The class of what is forgotten. */
  final String type;

  /** The method that forgets it. */
  final String guilty;

  SeededLeak(String label, String type, String guilty) {
    this.label = label;
    this.type = type;
    this.guilty = guilty;
  }
}
