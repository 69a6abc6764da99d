/** The counts of a leak checker as meters of Micrometer: {@link RollcallMetrics}. */
@NullMarked
package dev.rollcall.micrometer;

import org.jspecify.annotations.NullMarked;
