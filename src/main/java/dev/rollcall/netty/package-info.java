/**
 * Netty's buffers as resources, on Netty 4.1 from 4.1.39 on and 4.2. Two ways in: {@link
 * TrackedAllocator} around any allocator, and from Netty 4.2.6 on {@link RollcallLeakDetector} by a
 * system property. A buffer passes through here in this order: an allocator makes it, a {@link
 * BufferReference} is registered in its place, and each {@link TrackedByteBuf} that is a view of it
 * counts on that reference.
 */
@NullMarked
package dev.rollcall.netty;

import org.jspecify.annotations.NullMarked;
