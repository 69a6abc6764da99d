/**
 * What several commands take: where results go, which format, what counts. A {@code WholeFile} is
 * written whole or not at all.
 */
@NullMarked
package dev.rollcall.cli.option;

import org.jspecify.annotations.NullMarked;
