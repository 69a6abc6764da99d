/** Servers as somebody would write them who does not think of leaks, on any allocator. */
@NullMarked
package dev.rollcall.load.server;

import org.jspecify.annotations.NullMarked;
