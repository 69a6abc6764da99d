/** Leaks as a SARIF log, for code scanning. */
@NullMarked
package dev.rollcall.report.sarif;

import org.jspecify.annotations.NullMarked;
