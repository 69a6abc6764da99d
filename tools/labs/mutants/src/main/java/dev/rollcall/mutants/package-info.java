/**
 * Mutants of a real code base, to see how well a leak is traced to the line to fix: a release call
 * is skipped, and the program in {@code workload} that executes it runs with a recording.
 */
@NullMarked
package dev.rollcall.mutants;

import org.jspecify.annotations.NullMarked;
