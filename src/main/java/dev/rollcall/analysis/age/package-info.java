/**
 * How old resources are, and how old their released siblings became: values only, and the rule that
 * tells a usual age from one that is overdue.
 */
@NullMarked
package dev.rollcall.analysis.age;

import org.jspecify.annotations.NullMarked;
