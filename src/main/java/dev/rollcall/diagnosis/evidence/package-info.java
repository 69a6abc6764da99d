/**
 * What speaks against a method, a kind of evidence a file.
 *
 * <p>{@code Alignment} lays a leaked way beside those of its healthy siblings that are most like it
 * ({@code Match}) and finds the release that is missing, and {@code Parting} where the two part;
 * {@code Releases} ranks the methods that may have forgotten the release by how often they did.
 * {@code Reference} pays retains and releases off against each other in the call tree, after an
 * idea of Mozilla's reference count balancer, and finds who had the unpaid one last; {@code
 * Receivers} knows who that is where it never touched the resource, and {@code Closers} where it
 * gives back others. {@code Clues} puts these together. An {@code EvidenceKind} is what a report
 * calls it.
 */
@NullMarked
package dev.rollcall.diagnosis.evidence;

import org.jspecify.annotations.NullMarked;
