package dev.rollcall.server;

/**
 * One thing that must be so.
 *
 * @param run which of the depots
 * @param what must be so
 * @param passed whether it is
 * @param seen what was there instead, or what it was seen by
 */
record Check(String run, String what, boolean passed, String seen) {}
