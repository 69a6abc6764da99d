/**
 * A client that costs less than the servers it drives: one thread, requests that were encoded
 * beforehand, answers that are parsed no further than to their end.
 */
@NullMarked
package dev.rollcall.load.client;

import org.jspecify.annotations.NullMarked;
