package dev.rollcall.mutants;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A program with one release call that is skipped.
 *
 * @param id what its recording is called
 * @param site the call
 * @param share which of its executions are skipped
 * @param scenarios what is run, all of which execute the call
 */
record Mutant(String id, Site site, Share share, List<String> scenarios) {
  private static final Pattern AREA =
      Pattern.compile("io\\.netty\\.(?:handler\\.)?((?:codec\\.)?[a-z0-9]+)\\..*");

  /** How often the call is skipped. */
  String kind() {
    return share.equals(Share.ALWAYS) ? "always" : "some";
  }

  /** Whether the diagnosis may be tuned on it; one method's mutants are all on one side. */
  boolean isTuning() {
    int hash = (site.type() + "." + site.sourceMethod()).hashCode() * 0x9e3779b9;
    return hash >= 0;
  }

  /** The part of the code base, by its package: {@code codec.http}. */
  String area() {
    Matcher matcher = AREA.matcher(site.type());
    return matcher.matches() ? matcher.group(1) : "own handlers";
  }

  /** The agent's argument. */
  String argument() {
    return share + " " + site;
  }
}
