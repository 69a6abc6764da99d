package dev.rollcall.gate;

/** A report and the name that the user knows it by. */
public record Source(String name, Report report) {}
