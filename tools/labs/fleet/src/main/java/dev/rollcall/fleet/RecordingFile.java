package dev.rollcall.fleet;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * A file that may be a recording.
 *
 * @param uri where it is
 * @param name what reports call it
 * @param bytes how long it is
 * @param changed the day, in UTC, on which it was last written
 */
record RecordingFile(String uri, String name, long bytes, LocalDate changed)
    implements Serializable {}
