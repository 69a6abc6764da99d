package dev.rollcall.analysis.context;

import dev.rollcall.common.FrameKind;
import dev.rollcall.recording.ContextEvent.Thrown;
import dev.rollcall.recording.Site;
import java.util.List;

/**
 * An exception on the thread of a life's last step, at some time after it, when no method was
 * running any more that was running then. It says nothing but of a method that was about to end
 * others.
 *
 * @param event the exception
 * @param made how often it was made in this place in all; 0 where that is not known
 */
record LaterThrow(Thrown event, long made) {
  /** Where it was made. */
  Site site() {
    return event.moment().site();
  }

  /** The methods of the program on its stack, the innermost first. */
  List<StackTraceElement> stack() {
    return site().frames().stream().filter(FrameKind::isProgram).toList();
  }
}
