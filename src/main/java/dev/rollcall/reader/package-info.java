/**
 * From files to collected events.
 *
 * <p>{@code Inputs} turns what the user named into files. {@code RecordingReader} walks the {@code
 * Chunks} of a file and gives them to the parser, several at a time ({@code ChunkLoads}), each on a
 * watched thread ({@code ChunkLoad}). What the parser delivers goes through an {@code EventQueue}
 * to a part of the log, one for each chunk; no event is kept here. The parts are put together in
 * the order of the chunks, and a chunk whose part does not fit is read again by itself: so neither
 * the number of processors nor their speed changes a report. What could not be read is a fact of
 * the {@code Recording}, not an exception: a damaged chunk costs only its rest.
 *
 * <p>What is packed is unpacked first ({@code reader.packed}), one recording at a time, to a file
 * that is gone afterwards.
 */
@NullMarked
package dev.rollcall.reader;

import org.jspecify.annotations.NullMarked;
