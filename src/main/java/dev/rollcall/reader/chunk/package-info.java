/**
 * The format of a chunk, as far as it has to be known to frame chunks and to see what is damaged.
 *
 * <p>{@code ChunkSearch} finds a {@code ChunkHeader} in {@code ChunkBytes}; {@code MetadataEvent}
 * and {@code ConstantPools} walk what the header points to.
 */
@NullMarked
package dev.rollcall.reader.chunk;

import org.jspecify.annotations.NullMarked;
