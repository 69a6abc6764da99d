/**
 * Every way a process can end, tried many times, and what Rollcall said then. {@code EndList} has
 * the ends with what is promised of each; {@code Run} runs the program in {@code
 * dev.rollcall.ends.program} to one of them, {@code ExitText} and {@code Reading} judge its report
 * and its recording, {@code Promise} says what was broken, and {@code EndTable} makes one table of
 * all. {@code tools/ends} does all that.
 */
@NullMarked
package dev.rollcall.ends;

import org.jspecify.annotations.NullMarked;
