/**
 * The command line. A command is a class with its name, its help and its examples; it returns an
 * exit code, and only {@code Main} exits. Results go to stdout, everything else to stderr as one
 * sentence that says what to do next.
 */
@NullMarked
package dev.rollcall.cli;

import org.jspecify.annotations.NullMarked;
