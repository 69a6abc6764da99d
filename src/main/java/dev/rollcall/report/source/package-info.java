/** Sources at hand, in which reports find the file and line that a frame is of. */
@NullMarked
package dev.rollcall.report.source;

import org.jspecify.annotations.NullMarked;
