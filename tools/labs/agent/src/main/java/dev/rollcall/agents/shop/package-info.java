/** The Spring Boot application of tools/demo, without Rollcall in it. */
@NullMarked
package dev.rollcall.agents.shop;

import org.jspecify.annotations.NullMarked;
