/**
 * Hostile input. {@code Mutator} damages {@code Original} recordings, the same way for the same
 * seed; {@code Worker} gives each to the command line in a JVM with a small heap, where {@code
 * Examination} looks at what comes out; {@code Campaign} watches the worker's deadlines and counts.
 * {@code tools/mutate} runs many, {@code CampaignTest} a few.
 */
@NullMarked
package dev.rollcall.hostile;

import org.jspecify.annotations.NullMarked;
