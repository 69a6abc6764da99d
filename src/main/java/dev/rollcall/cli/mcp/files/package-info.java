/**
 * The files that {@code rollcall mcp} may read, those that there are, and what was read of them.
 */
@NullMarked
package dev.rollcall.cli.mcp.files;

import org.jspecify.annotations.NullMarked;
