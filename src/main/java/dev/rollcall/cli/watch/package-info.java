/** What is shown of a running JVM: a table that refreshes in place, or lines. */
@NullMarked
package dev.rollcall.cli.watch;

import org.jspecify.annotations.NullMarked;
