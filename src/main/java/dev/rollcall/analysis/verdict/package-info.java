/**
 * What can be concluded from what was collected, and what cannot.
 *
 * <p>{@code Ruling} finds who may say what has leaked, {@code Judge} gives every life its verdict,
 * {@code LostEnds} keeps both from concluding from what is not there, {@code Balance} compares what
 * was recorded with the exact totals and says what is missing, and {@code CountedOnly} counts what
 * lives but is known by number only.
 */
@NullMarked
package dev.rollcall.analysis.verdict;

import org.jspecify.annotations.NullMarked;
