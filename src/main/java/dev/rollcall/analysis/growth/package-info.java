/**
 * How the number of live resources changes while a program runs: what grows, by how many a minute,
 * and how sure that is.
 */
@NullMarked
package dev.rollcall.analysis.growth;

import org.jspecify.annotations.NullMarked;
