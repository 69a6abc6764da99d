/** Leaks as failed test cases, for what shows JUnit's XML. */
@NullMarked
package dev.rollcall.report.junit;

import org.jspecify.annotations.NullMarked;
