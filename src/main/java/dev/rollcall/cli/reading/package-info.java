/**
 * The inputs of a command, read into what there is to report. A bad one is named and does not stop
 * good ones.
 */
@NullMarked
package dev.rollcall.cli.reading;

import org.jspecify.annotations.NullMarked;
