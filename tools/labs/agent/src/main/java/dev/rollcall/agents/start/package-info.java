/**
 * What the agent costs: {@code StartUp} starts the shop again and again, {@code SteadyState} runs
 * {@code dev.rollcall.agents.start.program.Steady}; both with the agent and without, by turns.
 * {@code tools/agent start} does all that, and prints tables.
 */
@NullMarked
package dev.rollcall.agents.start;

import org.jspecify.annotations.NullMarked;
