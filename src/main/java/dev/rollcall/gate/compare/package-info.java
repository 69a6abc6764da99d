/**
 * How reports compare and add up: {@code Diff} compares two, {@code Merge} adds many up. Whether
 * two are of the same recordings says their {@code Identity}.
 */
@NullMarked
package dev.rollcall.gate.compare;

import org.jspecify.annotations.NullMarked;
