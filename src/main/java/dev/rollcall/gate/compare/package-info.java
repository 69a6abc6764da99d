/**
 * How reports compare and add up.
 *
 * <p>A {@code Baseline} is what an earlier report knows. {@code Diff} compares two reports, {@code
 * Merge} adds many up. Groups of two reports are one if they have one {@code Key}.
 */
@NullMarked
package dev.rollcall.gate.compare;

import org.jspecify.annotations.NullMarked;
