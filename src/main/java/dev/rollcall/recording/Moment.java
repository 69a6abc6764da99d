package dev.rollcall.recording;

/** When, on which thread and where an event happened; {@code time} is nanoseconds since 1970. */
public record Moment(long time, ThreadRef thread, Site site) {}
