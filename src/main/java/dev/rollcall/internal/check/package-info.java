/**
 * The roll call: from the live map to a report.
 *
 * <p>{@code RollCall} makes one check, {@code Leaked} finds whose owners leaked, too, and {@code
 * Groups} puts together what was registered at one place. {@code ScopeCheck} does the same for one
 * test. {@code MisuseLog} tells of each {@code Misuse} in the words of {@code Explain}, {@code
 * LostNotices} of what the collector took.
 */
@NullMarked
package dev.rollcall.internal.check;

import org.jspecify.annotations.NullMarked;
