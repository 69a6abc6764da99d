/** The results, as values: what leaked, what was misused, and what could not be known. */
@NullMarked
package dev.rollcall.analysis.finding;

import org.jspecify.annotations.NullMarked;
