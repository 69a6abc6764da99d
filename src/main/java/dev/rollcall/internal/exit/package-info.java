/**
 * The end of the process, and of each chunk of its recording.
 *
 * <p>{@code ExitCheck} calls the roll when the application's own shutdown hooks are done, which
 * {@code ShutdownThreads} knows and {@code Watch} has prepared; {@code FinalCheck} sees to it that
 * one result stands; {@code ExitReport} prints it. {@code Checkpoint} writes what lives into the
 * recording; {@code OldTraces} sees to it that no class loader lives for our sake.
 */
@NullMarked
package dev.rollcall.internal.exit;

import org.jspecify.annotations.NullMarked;
