package dev.rollcall.analysis.context;

import dev.rollcall.analysis.request.InRequest;
import dev.rollcall.recording.ContextEvent.TestRan;
import dev.rollcall.recording.Moment;
import org.jspecify.annotations.Nullable;

/**
 * What is known around one life that nobody released.
 *
 * @param thrown what was thrown on the thread of its last step after it, or else on that of its
 *     registration after the last step there, while still in the same method
 * @param later what was thrown on the thread of its last step after that, if not so
 * @param threadEnded when the thread of its last step ended
 * @param test the test in which it was registered
 * @param request the request in which it was registered
 * @param lastRequest the request in which it took its last step
 */
public record LifeContext(
    @Nullable Throw thrown,
    @Nullable LaterThrow later,
    @Nullable Moment threadEnded,
    @Nullable TestRan test,
    @Nullable InRequest request,
    @Nullable InRequest lastRequest) {
  /** One of whose requests nothing is known. */
  public LifeContext(@Nullable Throw thrown, @Nullable Moment threadEnded, @Nullable TestRan test) {
    this(thrown, null, threadEnded, test, null, null);
  }
}
