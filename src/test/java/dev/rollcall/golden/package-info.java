/**
 * What must not change for a user: reports of recordings that are checked in, exit codes,
 * fingerprints, the events' metadata and the settings files. These tests know the product by its
 * public API, its command line, its event names and its settings files only, so that they outlast
 * any move within it.
 *
 * <p>{@code mvn test -Dtest='Golden*Test' -Dgolden.update=true} writes the golden texts anew, and
 * fails, so that nobody does so by accident. The recordings are never to be made anew: a reader
 * must go on reading those of older versions. {@code tools/golden} adds those of a new version.
 */
@NullMarked
package dev.rollcall.golden;

import org.jspecify.annotations.NullMarked;
