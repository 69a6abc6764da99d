package dev.rollcall.internal.exit;

import dev.rollcall.internal.check.State;
import java.time.Duration;

/** What the check at exit has for when memory is gone: some memory, its classes, a last word. */
final class Provision {
  final LastWord lastWord;
  final Ending ending;
  private final State state;
  private final Reserve reserve = new Reserve();
  private boolean rehearsed;

  Provision(State state, Duration grace) {
    this.state = state;
    this.ending = new Ending(state, Watch.threads(), state.settings.exitWait(), grace);
    this.lastWord = new LastWord(state);
    reserve.hold();
  }

  /** Makes what is missing, now and then. Called by the watching thread only. */
  void renew() throws InterruptedException {
    reserve.renew();
    if (!rehearsed) {
      rehearsed = true;
      Rehearsal.run(state.settings);
    }
  }

  /** Lets a JVM that may be told to exit have some of the memory: without, it starts no hook. */
  void giveWay() {
    reserve.releaseSecond();
  }

  /** Gives back the memory that was set aside. */
  void use() {
    reserve.release();
  }

  /** Whether there is memory set aside. */
  boolean hasMemory() {
    return reserve.isHeld();
  }
}
