/** Makes the seeds: small recordings of real programs, and their reports. */
@NullMarked
package dev.rollcall.fuzz.seeds;

import org.jspecify.annotations.NullMarked;
