/**
 * Netty's own tests, run on its allocators as they are and again as wrapped: what differs is a
 * fault of the adapter. {@code Plain} and wrapped subjects run the same tests in the same JVM.
 */
package dev.rollcall.suite;
