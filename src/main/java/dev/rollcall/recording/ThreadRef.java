package dev.rollcall.recording;

/** A thread as the recording knows it; a virtual thread often has no name. */
public record ThreadRef(String name, long id) {
  /** The thread of an event that carries none. */
  public static final ThreadRef NONE = new ThreadRef("", 0);
}
