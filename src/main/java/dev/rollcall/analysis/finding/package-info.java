/**
 * The results, as values: what leaked, what was misused, and what could not be known. Leak groups
 * with the same first suspect are a {@code Cause}.
 */
@NullMarked
package dev.rollcall.analysis.finding;

import org.jspecify.annotations.NullMarked;
