/**
 * Who forgot: from the ways of leaked and of healthy lives to suspects. Pure functions that know
 * neither the parser nor a format.
 *
 * <p>A {@code Way} is what a life did, without when and on which thread; {@code Ways} count how
 * many went which. {@code CallPath} is a stack without what only passes calls on. {@code Alignment}
 * lays a leaked way beside those of its healthy siblings that are most like it ({@code Match}) and
 * finds the release that is missing, and {@code Parting} where the two part; {@code Releases} ranks
 * the methods that may have forgotten the release by how often they did. {@code Reference} pays
 * retains and releases off against each other in the call tree, after an idea of Mozilla's
 * reference count balancer, and finds who had the unpaid one last; {@code Receivers} knows who that
 * is where it never touched the resource, and {@code Closers} where it gives back others. {@code
 * Clues} puts these together, {@code Charges} adds up what speaks against each method, and {@code
 * Sentence} says it. Where owners are known, {@code OwnerSuspects} come first.
 */
@NullMarked
package dev.rollcall.diagnosis;

import org.jspecify.annotations.NullMarked;
