/**
 * Recordings of a fleet that never ran: what leaks where, from which version on and until which, is
 * planned, so that what is found can be held against the plan. The same seed gives the same events;
 * only the order of a chunk's constants is left to Mission Control's writer.
 */
@NullMarked
package dev.rollcall.fleet.made;

import org.jspecify.annotations.NullMarked;
