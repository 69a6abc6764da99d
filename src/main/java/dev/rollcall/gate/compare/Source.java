package dev.rollcall.gate.compare;

import dev.rollcall.gate.Report;

/** A report and the name that the user knows it by. */
public record Source(String name, Report report) {}
