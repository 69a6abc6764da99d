/** Findings without the texts that a program wrote, for reports that leave the house. */
@NullMarked
package dev.rollcall.gate.redact;

import org.jspecify.annotations.NullMarked;
