/**
 * The flight recorder events and the one door to them. {@link dev.rollcall.event.EventDoor} is the
 * only class here that works without {@code jdk.jfr}; everything behind it is loaded only once the
 * flight recorder has been initialised.
 */
@NullMarked
package dev.rollcall.event;

import org.jspecify.annotations.NullMarked;
