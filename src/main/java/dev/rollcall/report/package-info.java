/**
 * From findings to what people read: pure functions. Everything that comes from a recording passes
 * through {@link dev.rollcall.common.Printable} before it is text.
 *
 * <p>{@code TextReport} and {@code TextDiff} are the reports, {@code Lives} and {@code LifeTable}
 * single lives. Texts are written to a {@code Page}, which keeps lines as narrow as the terminal.
 * What other tools read is in the packages below, one a format; {@code source} is no format, but
 * finds the sources at hand.
 */
@NullMarked
package dev.rollcall.report;

import org.jspecify.annotations.NullMarked;
