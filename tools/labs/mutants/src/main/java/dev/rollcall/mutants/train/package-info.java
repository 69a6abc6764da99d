/**
 * Learns from mutants what each kind of evidence weighs, and how sure a report may be.
 *
 * <p>An {@code Example} is one group of leaks, of which it is known which of its {@code Candidate}s
 * is guilty; {@code RankingFit} finds the {@code Weights} that put the guilty first, and {@code
 * Sureness} by which margin a first suspect is right. {@code LeaveOneOut} judges both by libraries
 * that they have not seen, and {@code OutcomeTable} prints that.
 */
@NullMarked
package dev.rollcall.mutants.train;

import org.jspecify.annotations.NullMarked;
