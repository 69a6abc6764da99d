package dev.rollcall.recording;

/** An event that the reader delivers. The order in which events arrive means nothing. */
public sealed interface RecordingEvent permits LifecycleEvent, ContextEvent {
  /** When, on which thread and where. */
  Moment moment();
}
