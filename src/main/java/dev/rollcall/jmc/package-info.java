/**
 * A rule for the automated analysis of JDK Mission Control: what leaked, and who probably forgot
 * it, among its own results.
 *
 * <p>The events that Mission Control has parsed are judged by the same analysis as those of the
 * offline tool, so that both say the same.
 */
@NullMarked
package dev.rollcall.jmc;

import org.jspecify.annotations.NullMarked;
