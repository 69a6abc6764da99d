/**
 * Known leaks of public libraries, a program each, and an over-release. A program does the same
 * every time: it waits for signals only, and before it ends it closes everything, so that nothing
 * but the leak is left. It does alone what leads to the leak, or beside healthy operations, as its
 * argument says to {@code Operations}. It compiles against both versions of its library, and says
 * so by throwing if the situation that leads to the leak has not come about. {@code
 * src/cases/cases.json} says what each is and how much leaks; {@code tools/cases} runs them.
 */
package dev.rollcall.cases;
