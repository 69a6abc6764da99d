/**
 * What speaks against a method, a kind of evidence a file.
 *
 * <p>A {@code Match} of a leaked way shows the release that is missing ({@code Absence}), the
 * reference that is too many ({@code Presence}), where the two part ({@code Parting}), and whom an
 * exception kept from the release ({@code CutOff}); {@code Releases} knows how often each method
 * lacks one. {@code Reference} pays retains and releases off against each other in the call tree,
 * after an idea of Mozilla's reference count balancer, and {@code Holders} are those who had the
 * unpaid one last; {@code Receivers} knows who that is where it never touched the resource, and
 * {@code Closers} where it gives back others. {@code Subtree} compares what is left below each
 * method, {@code LastUse} is who used it last, and {@code Entries} are where programs begin. {@code
 * Clues} puts these together. A {@code Feature} is what the ranking calls a kind of evidence, and
 * an {@code EvidenceKind} what a report calls it.
 */
@NullMarked
package dev.rollcall.diagnosis.evidence;

import org.jspecify.annotations.NullMarked;
