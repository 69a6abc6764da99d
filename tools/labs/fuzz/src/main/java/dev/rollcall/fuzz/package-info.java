/**
 * Fuzz targets: what each does with any bytes must never be wrong. Each throws an {@link
 * java.lang.AssertionError} that says what was wrong; any other exception is a finding as well.
 */
@NullMarked
package dev.rollcall.fuzz;

import org.jspecify.annotations.NullMarked;
