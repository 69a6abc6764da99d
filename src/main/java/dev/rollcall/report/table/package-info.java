/**
 * Findings as rows of tables, for those who keep many: which tables and columns there are, and what
 * of one JVM is in them. It knows no file format; what writes the rows is told by {@link
 * dev.rollcall.report.table.Tables} what it has to write.
 */
@NullMarked
package dev.rollcall.report.table;

import org.jspecify.annotations.NullMarked;
