/**
 * Live resources that are older than {@code rollcall.expect} allows. They are no leaks.
 *
 * <p>{@code OverdueWatch} looks for them, as often as its {@code Pace} lets it; each that it finds
 * is a {@code LateResource} of a {@code LateGroup}; {@code Notices} decides what is told when, with
 * the {@code Holder} and what that does now, in the words of {@code LateText}.
 */
@NullMarked
package dev.rollcall.internal.overdue;

import org.jspecify.annotations.NullMarked;
