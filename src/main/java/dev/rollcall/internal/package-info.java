/**
 * The live map, its entries, and the checks over it. A resource passes through here in this order:
 * {@code ActiveChecker} makes an {@code Entry}, {@code LiveMap} keeps it, a check turns what is
 * left into a {@link dev.rollcall.LeakReport}, {@code Checkpoint} and {@code ExitCheck} see to it
 * that the recording and the end of the process know the same.
 */
@NullMarked
package dev.rollcall.internal;

import org.jspecify.annotations.NullMarked;
