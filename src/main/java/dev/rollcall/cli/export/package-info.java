/**
 * What {@code rollcall export} writes: a recording of the lives of one JVM for another tool, or the
 * findings of many JVMs as tables, or as OpenTelemetry's logs and metrics.
 */
@NullMarked
package dev.rollcall.cli.export;

import org.jspecify.annotations.NullMarked;
