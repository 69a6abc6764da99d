/**
 * What {@code rollcall export} writes: a recording of the lives of one JVM for another tool, or the
 * findings of many JVMs as tables.
 */
@NullMarked
package dev.rollcall.cli.export;

import org.jspecify.annotations.NullMarked;
