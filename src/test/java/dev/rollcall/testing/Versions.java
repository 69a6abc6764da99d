package dev.rollcall.testing;

import dev.rollcall.LeakChecker;
import java.util.ArrayList;
import java.util.List;

/**
 * A program in two versions. The first closes each session when it is done; the second has grown a
 * cache that keeps them, and closes none.
 */
public final class Versions {
  private static final List<Object> CACHE = new ArrayList<>();

  private final LeakChecker checker = LeakChecker.global();
  private final boolean caching;

  private Versions(boolean caching) {
    this.caching = caching;
  }

  /** What is forgotten. */
  private static final class Session {}

  /** What is not. */
  private static final class Request {}

  /** Serves so many requests: {@code VERSION COUNT}, the version 1 or 2. */
  public static void main(String... arguments) {
    Versions server = new Versions(arguments[0].equals("2"));
    for (int i = Integer.parseInt(arguments[1]); i > 0; i--) {
      server.serve();
    }
  }

  private void serve() {
    Request request = new Request();
    checker.register(request);
    Session session = open();
    work(session);
    finish(session);
    checker.unregister(request);
  }

  private Session open() {
    Session session = new Session();
    checker.register(session);
    return session;
  }

  private void work(Session session) {
    checker.touch(session, "work");
  }

  private void finish(Session session) {
    if (caching) {
      CACHE.add(session);
      return;
    }
    close(session);
  }

  private void close(Session session) {
    checker.unregister(session);
  }
}
