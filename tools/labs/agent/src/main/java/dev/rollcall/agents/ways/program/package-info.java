/**
 * What opens, closes, and fails to open, in a JVM of its own: {@code WayList} has every way, {@code
 * WaysProgram} goes them.
 */
@NullMarked
package dev.rollcall.agents.ways.program;

import org.jspecify.annotations.NullMarked;
