package dev.rollcall.testing;

import dev.rollcall.LeakChecker;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A program whose resources own each other: sessions own cursors, and cursors own rows. */
public final class Store {
  private final LeakChecker checker;

  /** A store whose resources a checker watches. */
  public Store(LeakChecker checker) {
    this.checker = checker;
  }

  /** Owned by nobody. */
  public static final class Session {}

  /** Owned by a session. */
  public static final class Cursor {}

  /** Owned by a cursor. */
  public static final class Row {}

  /** A link of a chain, owned by the one before it. */
  public static final class Link {}

  /** Opens a session. */
  public Session open() {
    Session session = new Session();
    checker.register(session);
    return session;
  }

  /** Opens a cursor; of nobody if {@code owner} is null. */
  public Cursor select(@Nullable Object owner) {
    Cursor cursor = new Cursor();
    checker.register(cursor, "select", owner);
    return cursor;
  }

  /** As {@link #select}, at another site. */
  public Cursor selectAll(@Nullable Object owner) {
    return select(owner);
  }

  /** Reads a row. */
  public Row fetch(Object owner) {
    Row row = new Row();
    checker.register(row, null, owner);
    return row;
  }

  /** A chain of so many links, the first of which nobody owns. */
  public List<Link> chain(int length) {
    List<Link> chain = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      Link link = new Link();
      checker.register(link, null, chain.isEmpty() ? null : chain.get(i - 1));
      chain.add(link);
    }
    return chain;
  }

  /** Unregisters a session and what it is given of what it owns. */
  public void close(Object session, Object... owned) {
    checker.unregister(session);
    for (Object each : owned) {
      checker.unregister(each);
    }
  }
}
