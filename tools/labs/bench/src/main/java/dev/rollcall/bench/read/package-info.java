/**
 * How fast recordings are read: one recording, and each reader in a JVM of its own. {@code
 * ManyLives} makes the recording, {@code ReadOnce} reads it, {@code ReadTable} compares.
 */
@NullMarked
package dev.rollcall.bench.read;

import org.jspecify.annotations.NullMarked;
