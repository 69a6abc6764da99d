/**
 * What Rollcall costs in real servers. A server of {@link dev.rollcall.load.server} in a process of
 * its own is driven over loopback by a client of {@link dev.rollcall.load.client} in another, once
 * for each {@link dev.rollcall.load.Variant} of the server: with no leak detection, with Rollcall
 * in several ways, with Netty's own detector. {@code tools/load} runs it; trust the ratios.
 */
@NullMarked
package dev.rollcall.load;

import org.jspecify.annotations.NullMarked;
