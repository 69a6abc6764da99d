/**
 * How the number of live resources changes while a program runs: what grows, by how many a minute,
 * and how sure that is. {@code LiveCurve} keeps how many of a type were live over time, {@code
 * LowWater} says whether they grow; {@code OldLives} says whether a group does. {@code
 * LiveOverTime} is what pictures show of it, from {@code TurnTimes} where a program was short.
 */
@NullMarked
package dev.rollcall.analysis.growth;

import org.jspecify.annotations.NullMarked;
