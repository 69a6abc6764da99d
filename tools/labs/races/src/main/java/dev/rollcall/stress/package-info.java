/** Races that must have one of a few ends, run millions of times by jcstress. */
@NullMarked
package dev.rollcall.stress;

import org.jspecify.annotations.NullMarked;
