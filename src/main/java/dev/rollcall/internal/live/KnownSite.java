package dev.rollcall.internal.live;

import java.util.List;

/** A place where resources of one type are registered, with the fingerprint of that leak group. */
public record KnownSite(List<StackTraceElement> frames, String fingerprint) {}
