/**
 * Rollcall, a deterministic leak checker: every resource that is registered must be unregistered
 * before the process ends.
 *
 * <p>The life of one resource:
 *
 * <ol>
 *   <li>It is created and calls {@link dev.rollcall.LeakChecker#register(Object)}: it gets a serial
 *       number, enters the live map, and the flight recording knows of it. It may say which other
 *       resource is to release it.
 *   <li>While it lives, references come and go ({@link dev.rollcall.RefCounted}, or {@link
 *       dev.rollcall.LeakChecker#retained} and {@link dev.rollcall.LeakChecker#released} for
 *       counters of your own) and hands pass it on ({@link dev.rollcall.LeakChecker#touch}). Each
 *       step is an event in the recording; nothing is kept in memory.
 *   <li>At its destruction it calls {@link dev.rollcall.LeakChecker#unregister(Object)} and leaves
 *       the map.
 *   <li>At exit, or whenever {@link dev.rollcall.LeakChecker#check()} is called, whatever is left
 *       in the map has leaked: a {@link dev.rollcall.LeakReport} says what, grouped by where it was
 *       registered.
 *   <li>From the recording the offline tool rebuilds the whole life of each leaked resource.
 * </ol>
 *
 * <p>No finalizers, no garbage collection, no sampling: the same program gives the same answer
 * every time. Parameters and results are never null unless marked {@code @Nullable}; a null
 * argument throws {@link NullPointerException}, in every mode but {@link
 * dev.rollcall.LeakMode#OFF}, in which nothing is looked at.
 */
@NullMarked
package dev.rollcall;

import org.jspecify.annotations.NullMarked;
