/**
 * The checkers: the one that checks, the one that is off, and the global one.
 *
 * <p>{@code ScopeCheck} is the check of one test, which may have a checker of its own. A resource
 * passes through here in this order: {@code Entrance} makes an {@code Entry} and {@code LiveMap}
 * keeps it ({@code live}), {@code Departure} takes it out, a check turns what is left into a {@link
 * dev.rollcall.LeakReport} ({@code check}), and {@code Checkpoint} and {@code ExitCheck} see to it
 * that the recording and the end of the process know the same ({@code exit}).
 */
@NullMarked
package dev.rollcall.internal;

import org.jspecify.annotations.NullMarked;
