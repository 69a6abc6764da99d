/**
 * Every way to open something, and what an agent sees of it: of one that is never closed, of one
 * that is closed, and of one that could not be opened.
 */
@NullMarked
package dev.rollcall.agents.ways;

import org.jspecify.annotations.NullMarked;
