/**
 * Leaked ways laid beside those of healthy siblings.
 *
 * <p>{@code CommonSteps} are what two ways have in common, an {@code Alignment} is what only one of
 * them has, a {@code Match} is a sibling that is much like a leaked one, and an {@code Excess} is
 * what those have too much that were released too often.
 */
@NullMarked
package dev.rollcall.diagnosis.match;

import org.jspecify.annotations.NullMarked;
