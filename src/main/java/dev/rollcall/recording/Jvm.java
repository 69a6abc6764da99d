package dev.rollcall.recording;

/**
 * The JVM a recording comes from: process id and start, which together identify it on a machine.
 */
public record Jvm(long pid, long startedAt, String name, String version) {}
