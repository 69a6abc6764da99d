/** How soon the command line has its first result. */
@NullMarked
package dev.rollcall.bench.start;

import org.jspecify.annotations.NullMarked;
