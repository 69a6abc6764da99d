package dev.rollcall.recording;

import dev.rollcall.recording.LifecycleEvent.Counted;
import dev.rollcall.recording.LifecycleEvent.Numbered;
import dev.rollcall.recording.LifecycleEvent.Registered;
import dev.rollcall.recording.LifecycleEvent.Unregistered;

/**
 * Takes events by what they are, each as {@link RecordingEvent#giveTo} says.
 *
 * <p>Where millions are taken, nobody should ask an event whether it is of this or that interface.
 * Before JDK 23 a class remembers the interface that it was asked for last, in memory that all
 * threads share: two threads that ask the same class for several of them hold each other up
 * (JDK-8180450).
 */
public interface EventTaker {
  /** Takes a registration. */
  void take(Registered event);

  /** Takes the end of a life. */
  void take(Unregistered event);

  /** Takes a change of a reference count. */
  void take(Counted event);

  /** Takes another step that is numbered. */
  void take(Numbered event);

  /** Takes any other event of Rollcall's. */
  void take(LifecycleEvent event);

  /** Takes what a recording says besides. */
  void take(ContextEvent event);
}
