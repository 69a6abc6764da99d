package dev.rollcall.analysis.finding;

import dev.rollcall.recording.Site;

/**
 * What leaks have in common.
 *
 * @param fingerprint the name that type and site give it, stable across runs and builds
 * @param site where they were registered
 */
public record LeakOrigin(String fingerprint, String type, Site site) {}
