/**
 * Reports for others to look at: where they go and in which format, what a page for a browser leads
 * to, what is taken out before it leaves the house, and the browser that shows it.
 */
@NullMarked
package dev.rollcall.cli.page;

import org.jspecify.annotations.NullMarked;
