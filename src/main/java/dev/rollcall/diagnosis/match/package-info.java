/**
 * Leaked ways laid beside those of healthy siblings.
 *
 * <p>{@code CommonSteps} are what two ways have in common, an {@code Alignment} is what only one of
 * them has, a {@code Match} is a sibling that is much like a leaked one, and an {@code Excess} is
 * what those have too much that were released too often. {@code Tracks} are a leaked way and the
 * most alike of its siblings, step by step, as a reader sees them.
 */
@NullMarked
package dev.rollcall.diagnosis.match;

import org.jspecify.annotations.NullMarked;
