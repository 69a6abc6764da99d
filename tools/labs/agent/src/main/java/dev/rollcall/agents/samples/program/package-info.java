/**
 * What the samples run: each opens and closes something, forgets something if it is told to, and
 * prints what it has seen. Nothing here knows Rollcall.
 */
@NullMarked
package dev.rollcall.agents.samples.program;

import org.jspecify.annotations.NullMarked;
