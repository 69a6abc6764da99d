/**
 * Compares what users rely on with that of an older version: the API, the events and the JSON
 * schema. {@code tools/compatible} does so with the last release.
 */
@NullMarked
package dev.rollcall.compatible;

import org.jspecify.annotations.NullMarked;
