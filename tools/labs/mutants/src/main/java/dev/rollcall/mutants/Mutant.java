package dev.rollcall.mutants;

import java.util.List;

/**
 * A program with one call that is not made as it should be.
 *
 * @param id what its recording is called
 * @param bug what is wrong
 * @param site the call
 * @param share which of its executions are changed
 * @param scenarios what is run, all of which execute the call
 */
record Mutant(String id, Bug bug, Site site, Share share, List<String> scenarios) {

  /** The library of the call, which is learned from or not as a whole. */
  String library() {
    return Subject.library(site.type());
  }

  /** The agent's argument. */
  String argument() {
    return bug.change + " " + share + " " + site;
  }
}
