/**
 * What both houses need: the runtime and the readers of recordings.
 *
 * <p>A {@code Fingerprint} names a leak group by {@code Frames}, which say what of a stack trace is
 * a site; {@code FrameKind} knows which frames are not the program's, {@code StackLines} folds
 * them; {@code SiteText} is a site as an event carries it; {@code Roots} finds at whom chains of
 * owners end. {@code Printable}, {@code Words}, {@code LeakWords}, {@code TimeSpan}, {@code
 * Paragraph}, {@code StepTable}, {@code OwnedText} and {@code Glob} are words and patterns that a
 * report at exit and a report of a recording have in common; {@code Phase} and {@code Trigger} are
 * words that one house writes and the other reads. Nothing here knows a checker, a recording or a
 * format.
 */
@NullMarked
package dev.rollcall.common;

import org.jspecify.annotations.NullMarked;
