/**
 * From a flight recording to a stream of lifecycle events; the only package that knows the JMC
 * parser.
 *
 * <p>{@code Inputs} turns what the user named into files. {@code RecordingReader} walks the chunks
 * of a file, gives the parser one chunk at a time on a watched thread, takes the events from it
 * through an {@code EventQueue} while it goes on, and hands each to a consumer as a {@code
 * LifecycleEvent}; no event is kept. What could not be read is a fact of the {@code Recording}, not
 * an exception: a damaged chunk costs only its rest. {@code ParsedItems} delivers the same from
 * items that Mission Control has parsed already.
 */
@NullMarked
package dev.rollcall.recording;

import org.jspecify.annotations.NullMarked;
