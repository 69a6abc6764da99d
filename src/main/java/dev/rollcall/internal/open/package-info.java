/**
 * What is open now, type by type, for whoever watches a running program: how old the oldest is, and
 * how fast it becomes more. Costs nothing until somebody asks.
 */
@NullMarked
package dev.rollcall.internal.open;

import org.jspecify.annotations.NullMarked;
