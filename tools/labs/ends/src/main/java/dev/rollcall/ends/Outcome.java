package dev.rollcall.ends;

import org.jspecify.annotations.Nullable;

/**
 * What came of one run.
 *
 * @param recording what the recording said; null if there was to be none
 * @param status the exit status; null if it had to be killed
 * @param seconds how long it took from the moment that it was to end
 */
record Outcome(
    ExitText report, @Nullable Reading recording, @Nullable Integer status, double seconds) {}
