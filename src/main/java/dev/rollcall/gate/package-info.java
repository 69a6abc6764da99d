/**
 * Between findings and their report: which of them count. Pure functions that know no file and no
 * format.
 *
 * <p>A {@code Report} is findings that count, and what was taken from them and why. {@code Gate}
 * takes: first what {@code Suppressions} say is wanted, then what a {@code Baseline}, an earlier
 * report, knows already. {@code FailOn} says which of the rest fail a build. Groups of two reports
 * are one if they have one {@code Key}.
 */
@NullMarked
package dev.rollcall.gate;

import org.jspecify.annotations.NullMarked;
