/**
 * From lifecycle events to findings: pure functions that know neither the parser nor a format.
 *
 * <p>A {@code Roll} collects the events of one JVM, a {@code CheckerLog} those of one checker in
 * it, a {@code Life} those of one resource. A life that is over and known from beginning to end is
 * folded into {@code Ended}, so that memory grows with what leaked and not with what happened; the
 * ways that the healthy went are counted by {@code Siblings}, and what a thread did after the last
 * step of a life is noted by {@code Sequels}. When all is read, {@code Ruling} finds who may say
 * what has leaked, {@code Judge} gives every life its verdict, {@code Doubt} keeps both from
 * concluding from what is not there, {@code Balance} compares what was recorded with the exact
 * totals and says what is missing, {@code Unlisted} counts what lives but is known by number only,
 * and {@code Analysis} puts the results together as {@code Findings}. Who forgot is the question of
 * the package {@code diagnosis}, which compares the ways of the leaked with those of the healthy.
 */
@NullMarked
package dev.rollcall.analysis;

import org.jspecify.annotations.NullMarked;
