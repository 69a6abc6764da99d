/**
 * Recordings that are packed, and what comes out of them.
 *
 * <p>A {@code Packing} is known by the first bytes of a file. What comes out of one that is a
 * stream, or of an entry of an {@code Archive}, goes to a file that nobody else can read and that
 * is gone when it is closed ({@code Unpacked}), for the reader needs one that it can search. A
 * {@code Budget} bounds how much that may be, so that a bomb does not go off. Data that is cut
 * short or damaged gives what comes out before the damage, and a word on it.
 */
@NullMarked
package dev.rollcall.reader.packed;

import org.jspecify.annotations.NullMarked;
