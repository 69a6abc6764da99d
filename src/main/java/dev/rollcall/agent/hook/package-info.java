/**
 * What woven code calls. {@code Resources} registers and unregisters, {@code Openers} tells what
 * the JDK opens for itself; the others know what the methods of their classes mean.
 */
@NullMarked
package dev.rollcall.agent.hook;

import org.jspecify.annotations.NullMarked;
