/**
 * The format of a chunk, as far as it has to be known to frame chunks, to see what is damaged, and
 * to write one: {@code report.jfr} takes it from here.
 *
 * <p>{@code ChunkSearch} finds a {@code ChunkHeader} in {@code ChunkBytes}; {@code MetadataEvent}
 * and {@code ConstantPools} walk what the header points to.
 */
@NullMarked
package dev.rollcall.reader.chunk;

import org.jspecify.annotations.NullMarked;
