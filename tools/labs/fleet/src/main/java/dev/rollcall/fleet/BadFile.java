package dev.rollcall.fleet;

import java.io.Serializable;

/** A file that cannot be read, or one of those in an archive, and why, in a sentence. */
record BadFile(RecordingFile file, String sentence) implements Serializable {}
