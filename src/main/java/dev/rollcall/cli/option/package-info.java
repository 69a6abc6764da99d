/** What several commands take: where results go, which format, what counts. */
@NullMarked
package dev.rollcall.cli.option;

import org.jspecify.annotations.NullMarked;
