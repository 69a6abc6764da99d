/**
 * Known leaks of public libraries, as real cases. {@code src/cases} holds a small program for each
 * and the list of them; {@code ClassPaths} fetches a library in the version that leaks and in the
 * one that was fixed, {@code Program} is the case compiled against the former, {@code RollcallRun}
 * runs it with either, in each {@code Variant}, and {@code Measured} says what came out beside what
 * was expected. {@code tools/cases} does all that.
 */
@NullMarked
package dev.rollcall.cases;

import org.jspecify.annotations.NullMarked;
