/**
 * The questions of {@code rollcall mcp}: what is asked, what is answered, and how much of it.
 * Nothing here knows the protocol: a question takes a map of arguments and answers with fields and
 * with a text that says the same.
 *
 * <p>An assistant that reads an answer cannot tell our words from those of the program that was
 * recorded, unless it is told. So what the program wrote freely is in fields called {@code
 * recorded}, and in a text it stands in double quotes, shortened and without control characters.
 */
@NullMarked
package dev.rollcall.cli.mcp.ask;

import org.jspecify.annotations.NullMarked;
