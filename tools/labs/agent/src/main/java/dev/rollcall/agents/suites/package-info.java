/**
 * Test suites that nobody here wrote: those of well-known libraries, unchanged, without the agent
 * and with it. {@code Suites} runs them, {@code Comparison} says which test went another way.
 */
@NullMarked
package dev.rollcall.agents.suites;

import org.jspecify.annotations.NullMarked;
