/** What is wrong with a command line, in words. */
@NullMarked
package dev.rollcall.cli.usage;

import org.jspecify.annotations.NullMarked;
