package dev.rollcall.recording;

import org.jspecify.annotations.Nullable;

/** What else a recording says of the threads that resources live on: no event of Rollcall's. */
public sealed interface ContextEvent extends RecordingEvent {
  @Override
  default void giveTo(EventTaker taker) {
    taker.take(this);
  }

  @Override
  default boolean counts() {
    return false;
  }

  /**
   * An exception or error was made, which is nearly always where it is thrown. The site is as the
   * JVM has it, with the constructors of the exception innermost.
   *
   * @param type the exception's class; empty where the recording does not say it
   * @param message the beginning of its message
   */
  record Thrown(Moment moment, String type, @Nullable String message) implements ContextEvent {}

  /** A thread ended. */
  record ThreadEnded(Moment moment) implements ContextEvent {}

  /**
   * A test of JUnit ran, on the thread of the moment, which is when it began.
   *
   * @param uniqueId JUnit's id of it, {@code [engine:junit-jupiter]/[class:...]/...}
   * @param name its display name
   * @param end when it ended, nanoseconds since 1970
   */
  record TestRan(Moment moment, String uniqueId, String name, long end) implements ContextEvent {}

  /** A plan of JUnit's was carried out: all of its tests have ended, and are recorded. */
  record TestPlanRan(Moment moment, long end) implements ContextEvent {}

  /**
   * A request or span has ended, or a thread is done with its part of it: that ran on the thread of
   * the moment, which is when it began.
   *
   * @param end when it ended, nanoseconds since 1970
   */
  record RequestRan(Moment moment, long end, Request request) implements ContextEvent {}

  /** The events that follow may tell of requests: their types are declared. */
  record RequestsDeclared(Moment moment) implements ContextEvent {
    /** Of no moment. */
    public RequestsDeclared() {
      this(new Moment(0, ThreadRef.NONE, Site.NONE));
    }
  }
}
