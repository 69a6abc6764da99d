/**
 * Traffic for many codecs and handlers, good and bad, deterministic and free of leaks; {@code
 * Workload} runs what it is told to. The mutants are made of what it executes.
 */
@NullMarked
package dev.rollcall.mutants.workload;

import org.jspecify.annotations.NullMarked;
