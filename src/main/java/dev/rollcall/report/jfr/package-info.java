/**
 * From lives to recordings that other tools read.
 *
 * <p>{@code AsyncProfilerExport} and {@code MissionControlExport} decide what is said of each life;
 * {@code ChunkWriter} and what it uses write it as one chunk of a flight recording, as {@code
 * async-profiler} lays it out.
 */
@NullMarked
package dev.rollcall.report.jfr;

import org.jspecify.annotations.NullMarked;
