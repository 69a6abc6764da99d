/**
 * Adds calls to the classes that are watched: {@code Weaver} puts them where the {@code Point}s
 * are, {@code Bridge} is what they call.
 */
@NullMarked
package dev.rollcall.agent.weave;

import org.jspecify.annotations.NullMarked;
