/**
 * The recordings of a whole fleet, read on Apache Spark: the same findings as of one machine that
 * reads all files, in the same tables.
 */
@NullMarked
package dev.rollcall.fleet;

import org.jspecify.annotations.NullMarked;
