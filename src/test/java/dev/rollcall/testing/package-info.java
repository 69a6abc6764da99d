/** What tests share: child JVMs, recordings read back, and programs and resources to watch. */
@NullMarked
package dev.rollcall.testing;

import org.jspecify.annotations.NullMarked;
