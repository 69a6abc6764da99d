/**
 * Reports as JSON, and read back; the schema is beside it. Everything that comes from a recording
 * passes through the writer's escapes.
 */
@NullMarked
package dev.rollcall.report.json;

import org.jspecify.annotations.NullMarked;
