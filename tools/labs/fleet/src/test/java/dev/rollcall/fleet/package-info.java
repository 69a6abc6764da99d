/** The job over a fleet whose leaks are planned, and the questions of the manual to its tables. */
@NullMarked
package dev.rollcall.fleet;

import org.jspecify.annotations.NullMarked;
