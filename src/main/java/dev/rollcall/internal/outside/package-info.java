/**
 * What is not ours and may block, fail or call us back: loggers, streams, files, threads that
 * others keep.
 *
 * <p>{@code Aside} does such a thing on a thread of its own, which is waited for; {@code Apart}
 * makes threads that inherit nothing of the program's; {@code Shutdown} says how long anything may
 * take once the JVM ends; {@code Log} brings warnings to a logger by these rules.
 */
@NullMarked
package dev.rollcall.internal.outside;

import org.jspecify.annotations.NullMarked;
