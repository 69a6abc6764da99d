package dev.rollcall.analysis.request;

import dev.rollcall.recording.Request.Field;
import java.util.List;

/** Pieces of work that are one kind: events of a type with the same values, but for ids. */
record Work(String type, List<Field> fields) {}
