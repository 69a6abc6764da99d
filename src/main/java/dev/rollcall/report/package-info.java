/**
 * From findings to text and JSON: pure functions. Everything that comes from a recording passes
 * through {@link dev.rollcall.internal.Printable} before it is text, and through the JSON writer's
 * escapes before it is JSON.
 */
@NullMarked
package dev.rollcall.report;

import org.jspecify.annotations.NullMarked;
