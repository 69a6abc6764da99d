/**
 * Who forgot: from the ways of leaked and of healthy lives to suspects. Pure functions that know
 * neither the parser nor a format.
 *
 * <p>{@code Diagnosis} lays the ways of a group ({@code way}) beside those of its siblings ({@code
 * match}) and collects the evidence ({@code evidence}), {@code OwnerSuspects} that of owners, and
 * {@code Backing} what groups say of each other. {@code Charges} adds up how much of each kind
 * speaks against each method, {@code Weights} knows what a kind is worth, and {@code Sentence} says
 * it as a {@code Suspect}.
 */
@NullMarked
package dev.rollcall.diagnosis;

import org.jspecify.annotations.NullMarked;
