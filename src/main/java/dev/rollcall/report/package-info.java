/**
 * From findings to text, JSON and what other tools read: pure functions. Everything that comes from
 * a recording passes through {@link dev.rollcall.internal.Printable} before it is text, and through
 * the escapes of the JSON or XML writer before it is JSON or XML.
 */
@NullMarked
package dev.rollcall.report;

import org.jspecify.annotations.NullMarked;
