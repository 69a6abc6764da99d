/**
 * The roll call: from the live map to a report.
 *
 * <p>{@code State} is what a checker has. {@code RollCall} makes one check of it, {@code Leaked}
 * finds whose owners leaked, too, and {@code Groups} puts together what was registered at one
 * place; a {@code BlamedGroup} is one that a test fails for. {@code MisuseLog} tells of each {@code
 * Misuse} in the words of {@code Explain}, {@code Ended} of steps on what is no longer registered,
 * {@code LostNotices} and {@code CollectorReleases} of what the collector took.
 */
@NullMarked
package dev.rollcall.internal.check;

import org.jspecify.annotations.NullMarked;
