package dev.rollcall.analysis.life;

import dev.rollcall.recording.LifecycleEvent.Lost;
import dev.rollcall.recording.LifecycleEvent.Misused;
import dev.rollcall.recording.LifecycleEvent.Step;
import dev.rollcall.recording.Moment;
import dev.rollcall.recording.ThreadRef;
import java.util.IdentityHashMap;

/**
 * Notes for each life what the thread of its latest step did next: the step of another resource
 * shows on its stack who was called after the leaked resource had been seen for the last time, also
 * if that one never touched it.
 *
 * <p>The events of one thread come in their order, because each thread's buffers are written in
 * order; where two files or a damaged one break it, times that go backwards are not taken.
 */
public final class NextSteps {
  private final IdentityHashMap<ThreadRef, Latest> latest = new IdentityHashMap<>();

  /** The latest step of a thread. */
  private static final class Latest {
    private Life life;
    private Moment moment;

    Latest(Life life, Moment moment) {
      this.life = life;
      this.moment = moment;
    }
  }

  /** Takes a step that a life has just taken. */
  void add(Step step, Life life) {
    if (step instanceof Misused || step instanceof Lost) {
      return;
    }
    Moment moment = step.moment();
    Latest previous = latest.get(moment.thread());
    if (previous == null) {
      latest.put(moment.thread(), new Latest(life, moment));
      return;
    }
    if (previous.life != life && moment.time() >= previous.moment.time()) {
      previous.life.setSequel(previous.moment, moment);
    }
    previous.life = life;
    previous.moment = moment;
  }
}
