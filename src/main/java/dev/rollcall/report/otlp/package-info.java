/**
 * Findings as OpenTelemetry has them, one JVM a line: a log record for each cause of leaks, and
 * metrics with the names of those of a running program. A line is JSON as OTLP says it, and as the
 * collector's file exporter writes and its file receiver reads it.
 */
@NullMarked
package dev.rollcall.report.otlp;

import org.jspecify.annotations.NullMarked;
