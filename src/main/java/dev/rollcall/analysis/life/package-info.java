/**
 * What is collected while a recording is read.
 *
 * <p>A {@code CheckerLog} collects the events of one checker, a {@code Life} those of one resource.
 * A life that is over and known from beginning to end is folded into {@code FoldedLives}, so that
 * memory grows with what leaked and not with what happened; the ways that the healthy went are
 * counted by {@code Siblings}, and what a thread did after the last step of a life is noted by
 * {@code NextSteps}.
 */
@NullMarked
package dev.rollcall.analysis.life;

import org.jspecify.annotations.NullMarked;
