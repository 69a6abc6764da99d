package dev.rollcall.analysis.life;

import dev.rollcall.recording.LifecycleEvent.Step;
import dev.rollcall.recording.Moment;
import dev.rollcall.recording.ThreadRef;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Notes for each life what the thread of its latest step did next: the step of another resource
 * shows on its stack who was called after the leaked resource had been seen for the last time, also
 * if that one never touched it.
 *
 * <p>The events of one thread come in their order, because each thread's buffers are written in
 * order; where two files or a damaged one break it, times that go backwards are not taken.
 */
public final class NextSteps {
  private final IdentityHashMap<ThreadRef, Steps> threads = new IdentityHashMap<>();

  /** The first and the latest step of a thread. */
  private static final class Steps {
    private final long firstId;
    private final int firstChecker;
    private final Moment first;
    private Life life;
    private int checker;
    private Moment moment;

    Steps(long firstId, int checker, Moment moment, Life life) {
      this.firstId = firstId;
      this.firstChecker = checker;
      this.first = moment;
      this.life = life;
      this.checker = checker;
      this.moment = moment;
    }
  }

  /** Where a log keeps a life; null where it is folded. */
  public interface Kept {
    @Nullable Life find(int checkerId, long resourceId);
  }

  /** Takes a step that a life has just taken. */
  void add(Step step, Life life) {
    Moment moment = step.moment();
    Steps steps = threads.get(moment.thread());
    if (steps == null) {
      threads.put(moment.thread(), new Steps(life.resourceId(), step.checkerId(), moment, life));
      return;
    }
    if (steps.life != life && moment.time() >= steps.moment.time()) {
      steps.life.setSequel(steps.moment, moment);
    }
    steps.life = life;
    steps.checker = step.checkerId();
    steps.moment = moment;
  }

  /** Notes what threads did at the beginning of a later chunk, before its lives are taken over. */
  public void join(NextSteps later) {
    later.threads.forEach(
        (thread, theirs) -> {
          Steps ours = threads.get(thread);
          if (ours != null
              && !(ours.checker == theirs.firstChecker && ours.life.resourceId() == theirs.firstId)
              && theirs.first.time() >= ours.moment.time()) {
            ours.life.setSequel(ours.moment, theirs.first);
          }
        });
  }

  /** Goes on after a later chunk, whose lives have been taken over. */
  public void goOnAfter(NextSteps later, Kept kept) {
    later.threads.forEach(
        (thread, theirs) -> {
          Life found = kept.find(theirs.checker, theirs.life.resourceId());
          Life life = found == null ? theirs.life : found;
          Steps ours =
              threads.computeIfAbsent(
                  thread, t -> new Steps(theirs.firstId, theirs.firstChecker, theirs.first, life));
          ours.life = life;
          ours.checker = theirs.checker;
          ours.moment = theirs.moment;
        });
  }
}
