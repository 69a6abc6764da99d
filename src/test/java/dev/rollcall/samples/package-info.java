/** Test classes that JUnit runs within tests of the adapter, never by themselves. */
@NullMarked
package dev.rollcall.samples;

import org.jspecify.annotations.NullMarked;
