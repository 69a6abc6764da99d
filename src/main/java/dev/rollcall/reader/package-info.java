/**
 * From files to a stream of events.
 *
 * <p>{@code Inputs} turns what the user named into files. {@code RecordingReader} walks the {@code
 * Chunks} of a file, gives the parser one chunk at a time on a watched thread ({@code ChunkLoad}),
 * takes the events from it through an {@code EventQueue} while it goes on, and hands each to a
 * consumer; no event is kept. What could not be read is a fact of the {@code Recording}, not an
 * exception: a damaged chunk costs only its rest.
 */
@NullMarked
package dev.rollcall.reader;

import org.jspecify.annotations.NullMarked;
