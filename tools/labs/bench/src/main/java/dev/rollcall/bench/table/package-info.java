/**
 * From the benchmarks to one table and one picture. {@link dev.rollcall.bench.table.Suite} runs
 * them in rounds, {@link dev.rollcall.bench.table.LiveSetSize} and {@link
 * dev.rollcall.bench.table.RecordingSize} measure what no clock shows, and {@link
 * dev.rollcall.bench.table.Table} compares with the claims.
 */
@NullMarked
package dev.rollcall.bench.table;

import org.jspecify.annotations.NullMarked;
