/**
 * The benchmarks. Each belongs to a claim about Rollcall's cost, and measures beside it, in the
 * same run, the peers that do the same work: trust the ratios, not the nanoseconds.
 *
 * <p>Peers and checkers are {@link dev.rollcall.bench.peer.Lifecycle}s; what is measured is one
 * life of a fresh resource while a number of others is live. {@code tools/bench} runs them all,
 * {@link dev.rollcall.bench.table} makes the table.
 */
@NullMarked
package dev.rollcall.bench;

import org.jspecify.annotations.NullMarked;
