package dev.rollcall.recording;

/** An event that the reader delivers. The order in which events arrive means nothing. */
public sealed interface RecordingEvent permits LifecycleEvent, ContextEvent {
  /** When, on which thread and where. */
  Moment moment();

  /** Gives itself to a taker, as what it is. */
  void giveTo(EventTaker taker);

  /** Whether it is one of those that a recording is said to have; points of a curve are not. */
  boolean counts();
}
