/**
 * The agent: watches classes that nobody can edit. {@code Agent} starts it, {@code Transformer}
 * weaves calls into the classes that the {@code profile}s name, and the {@code hook}s that are
 * called register and unregister.
 *
 * <p>In a jar of its own, with ASM and the runtime.
 */
@NullMarked
package dev.rollcall.agent;

import org.jspecify.annotations.NullMarked;
