/**
 * {@code rollcall mcp}: a server of the Model Context Protocol on standard input and output, so
 * that an assistant can ask what recordings tell. Only this package knows the protocol and its SDK;
 * what is asked and answered is in {@code ask}.
 */
@NullMarked
package dev.rollcall.cli.mcp;

import org.jspecify.annotations.NullMarked;
