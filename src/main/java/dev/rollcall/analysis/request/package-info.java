/**
 * Whose request: which requests, spans or other pieces of work threads were at when resources were
 * registered, as events of the same thread tell it.
 *
 * <p>Such an event is written when the work ends, after the registrations in it. So {@code
 * Requests} keeps the registrations of each thread for a while, {@code Timeline} says which work a
 * moment was in, and {@code RegistrationCounts} adds up. {@code Works} decides by which values work
 * is told apart: ids must not split it.
 */
@NullMarked
package dev.rollcall.analysis.request;

import org.jspecify.annotations.NullMarked;
