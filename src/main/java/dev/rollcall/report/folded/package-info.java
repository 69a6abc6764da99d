/** Folded stacks, which flame graph tools read, and the names that such tools expect. */
@NullMarked
package dev.rollcall.report.folded;

import org.jspecify.annotations.NullMarked;
