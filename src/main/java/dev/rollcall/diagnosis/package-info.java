/**
 * Who forgot: from the ways of leaked and of healthy lives to suspects. Pure functions that know
 * neither the parser nor a format.
 *
 * <p>{@code Diagnosis} lays the ways of a group ({@code way}) beside those of its siblings and
 * collects the evidence ({@code evidence}); {@code Charges} adds up what speaks against each
 * method, and {@code Sentence} says it as a {@code Suspect}. Where owners are known, {@code
 * OwnerSuspects} come first.
 */
@NullMarked
package dev.rollcall.diagnosis;

import org.jspecify.annotations.NullMarked;
