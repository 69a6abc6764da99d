/**
 * Between findings and their report: which of them count. Pure functions that know no file and no
 * format.
 *
 * <p>A {@code Report} is findings that count, and what was taken from them and why. {@code Gate}
 * takes: first what {@code Suppressions} say is wanted, then what a baseline knows already. {@code
 * FailOn} says which of the rest fail a build.
 */
@NullMarked
package dev.rollcall.gate;

import org.jspecify.annotations.NullMarked;
