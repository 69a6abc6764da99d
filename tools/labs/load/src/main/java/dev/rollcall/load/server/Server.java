package dev.rollcall.load.server;

/** A server on a free port of the loopback address. */
interface Server {
  int port();

  /** Refuses new connections, closes the others, and returns when all of its threads have ended. */
  void end() throws InterruptedException;
}
