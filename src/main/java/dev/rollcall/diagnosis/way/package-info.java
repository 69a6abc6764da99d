/**
 * The ways of lives: what a life did, without when and on which thread.
 *
 * <p>A {@code Way} is a list of {@code Stop}s; {@code Ways} count how many lives went which. {@code
 * CallPath} is a stack without what only passes calls on, made of {@code Method}s.
 */
@NullMarked
package dev.rollcall.diagnosis.way;

import org.jspecify.annotations.NullMarked;
