/**
 * The page of {@code rollcall report --format html} in a real browser. {@code Browser} is the
 * Chromium that is installed, without a window; {@code Screenshots} makes the pictures of the
 * manual. The tests read the page as a person does: with a mouse, a keyboard, a narrow screen, in
 * the dark, on paper. {@code tools/page} does all that.
 */
@NullMarked
package dev.rollcall.page;

import org.jspecify.annotations.NullMarked;
