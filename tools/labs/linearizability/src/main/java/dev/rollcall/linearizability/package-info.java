/**
 * The runtime under concurrent use, beside sequential models. Lincheck makes up programs of a few
 * threads, runs each in many orders, and looks for a sequential order of the calls in which the
 * model gives the same results.
 */
@NullMarked
package dev.rollcall.linearizability;

import org.jspecify.annotations.NullMarked;
