/**
 * Random lives for as long as is wanted, while checks run, recordings start and stop, and class
 * loaders come and go. {@link dev.rollcall.soak.Soak} counts what it does, and in the end compares
 * that with what the checker has counted; {@link dev.rollcall.soak.LastRecording} compares it with
 * what the tool reads in the last recording.
 */
@NullMarked
package dev.rollcall.soak;

import org.jspecify.annotations.NullMarked;
