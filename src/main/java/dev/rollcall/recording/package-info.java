/**
 * The model of a flight recording: what one can tell of the lives of resources, of the JVM they
 * lived in, and of what is missing. Values only, without a parser.
 *
 * <p>A {@code Recording} says of which {@code Jvm} it is and what could not be read ({@code
 * ChunkFault}). Its events are {@code LifecycleEvent}s and, of what went on around them, {@code
 * ContextEvent}s; each has a {@code Moment}: when, on which thread, and at which {@code Site}.
 */
@NullMarked
package dev.rollcall.recording;

import org.jspecify.annotations.NullMarked;
