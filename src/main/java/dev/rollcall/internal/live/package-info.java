/**
 * The live map and what is known of each resource in it.
 *
 * <p>{@code LiveMap} spreads {@code Entry}s over {@code Stripe}s. What not every resource needs is
 * in the entry's {@code Detail}, and for one registered in a test in its {@code ScopedDetail}.
 * {@code Sites} keeps each {@code Trace} until somebody asks where; {@code Steps} counts the
 * recorded steps; {@code TypeCounts} holds the exact totals; {@code Quarantine} remembers those
 * that have just left. {@code Quiescence} waits for the last to go.
 */
@NullMarked
package dev.rollcall.internal.live;

import org.jspecify.annotations.NullMarked;
