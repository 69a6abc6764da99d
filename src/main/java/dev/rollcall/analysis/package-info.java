/**
 * From lifecycle events to findings: pure functions that know neither the parser nor a format.
 *
 * <p>A {@code JvmLog} collects the events of one JVM. When all is read, {@code CheckerVerdicts}
 * judges the lives of each checker ({@code verdict}), {@code LifeGroups} puts the leaked together,
 * and apart from them what is open ({@code age} says whether that is usual), {@code Histories}
 * tells single lives, and {@code Analysis} puts the results together as {@code Findings} ({@code
 * finding}), whose frames name the source files that are known ({@code source}). Who forgot is the
 * question of the package {@code diagnosis}, which compares the ways of the leaked with those of
 * the healthy.
 */
@NullMarked
package dev.rollcall.analysis;

import org.jspecify.annotations.NullMarked;
