package dev.rollcall.cases;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who registers the resources of a case that runs without the agent. */
enum Registrar {
  /** An adapter, which the program wraps something in. */
  @JsonProperty("adapter")
  ADAPTER("adapter"),
  /** The program itself. */
  @JsonProperty("program")
  PROGRAM("program");

  private final String words;

  Registrar(String words) {
    this.words = words;
  }

  /** As it is called in a table. */
  String words() {
    return words;
  }
}
