/**
 * Findings as one page that a browser opens from disk: {@code page.html} and what it names, with
 * everything put inside it, and the findings as data. {@code HtmlReport} is the door.
 */
@NullMarked
package dev.rollcall.report.html;

import org.jspecify.annotations.NullMarked;
