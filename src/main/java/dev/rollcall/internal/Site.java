package dev.rollcall.internal;

import java.util.List;

/** A place where resources of one type are registered, with the fingerprint of that leak group. */
record Site(List<StackTraceElement> frames, String fingerprint) {}
