/**
 * Rows of tables as Parquet files. Only here is the writer of that format known; it runs without
 * Hadoop, of which it needs no more than the names of some classes.
 */
@NullMarked
package dev.rollcall.report.parquet;

import org.jspecify.annotations.NullMarked;
