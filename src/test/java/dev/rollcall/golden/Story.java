package dev.rollcall.golden;

import dev.rollcall.LeakChecker;
import java.util.ArrayList;
import java.util.List;

/**
 * A server that forgets: what the recordings of this package tell. All happens on threads of its
 * own, so that no frame is of a framework.
 */
final class Story {
  static final LeakChecker CHECKER = LeakChecker.global();

  private static final List<Object> HELD = new ArrayList<>();

  private Story() {}

  /** A resource that owns others. */
  record Connection(String name) {}

  /** A resource that is owned. */
  record Statement(String sql) {}

  /** A type that is ignored by the property {@code rollcall.ignore}. */
  static final class Cache {}

  /** A resource that is ignored one by one. */
  static final class Daemon {}

  /** A resource without a count. */
  static final class Handle {}

  /** Runs a part of the story on a thread of its own, to its end. */
  static void on(String thread, Runnable part) {
    Thread running = new Thread(part, thread);
    running.start();
    try {
      running.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** All of it. */
  static void tell() {
    on("server", Story::serve);
    on("parser", Story::parse);
    on("database", Story::query);
    on("cache", Story::cache);
    on("clumsy", Story::misuse);
    on("collected", Story::lose);
    on("scope", Story::other);
    System.gc();
  }

  /** Every third request is refused, and the way of refusal forgets its buffer. */
  static void serve() {
    for (int request = 1; request <= 9; request++) {
      Buffer buffer = new Buffer();
      HELD.add(buffer);
      CHECKER.touch(buffer, "request " + request);
      decode(buffer, request % 3 == 0);
    }
  }

  private static void decode(Buffer buffer, boolean refused) {
    buffer.retain();
    CHECKER.touch(buffer, "decoded");
    buffer.release();
    if (refused) {
      refuse(buffer);
    } else {
      answer(buffer);
    }
  }

  private static void answer(Buffer buffer) {
    CHECKER.touch(buffer, "answered");
    buffer.release();
  }

  private static void refuse(Buffer buffer) {
    CHECKER.touch(buffer, "refused");
  }

  /** A number that is none leaves its handle behind by an exception. */
  static void parse() {
    for (String text : List.of("1", "2", "three", "4")) {
      try {
        parse(text);
      } catch (NumberFormatException e) {
        HELD.add(e);
      }
    }
  }

  private static void parse(String text) {
    Handle handle = open(text);
    int unused = Integer.parseInt(text);
    close(handle);
  }

  static Handle open(String text) {
    Handle handle = new Handle();
    HELD.add(handle);
    CHECKER.register(handle, "for " + text);
    return handle;
  }

  static void close(Handle handle) {
    CHECKER.unregister(handle);
  }

  /** One connection leaks with all it owns, another was closed without what it owned. */
  static void query() {
    Connection leaked = connect("orders");
    Connection closed = connect("customers");
    Connection healthy = connect("stock");
    for (Connection connection : List.of(leaked, closed, healthy)) {
      Statement statement = new Statement("select * from " + connection.name());
      HELD.add(statement);
      CHECKER.register(statement, statement.sql(), connection);
      Buffer rows = new Buffer(connection);
      HELD.add(rows);
      rows.retain(connection);
      rows.release();
      if (connection.equals(healthy)) {
        rows.release(connection);
        CHECKER.unregister(statement);
      }
    }
    CHECKER.unregister(closed);
    CHECKER.unregister(healthy);
  }

  private static Connection connect(String name) {
    Connection connection = new Connection(name);
    HELD.add(connection);
    CHECKER.register(connection, name);
    return connection;
  }

  static void cache() {
    Cache cache = new Cache();
    Daemon daemon = new Daemon();
    HELD.add(cache);
    HELD.add(daemon);
    CHECKER.register(cache);
    CHECKER.register(daemon, "housekeeping");
    CHECKER.ignore(daemon);
  }

  static void misuse() {
    Handle twice = open("twice");
    CHECKER.register(twice);
    close(twice);
    close(twice);
    Buffer buffer = new Buffer();
    HELD.add(buffer);
    buffer.release();
    try {
      buffer.release();
    } catch (IllegalStateException expected) {
      HELD.add(expected);
    }
    try {
      buffer.retain();
    } catch (IllegalStateException expected) {
      HELD.add(expected);
    }
  }

  /** Nobody holds this one, so the collector takes it. */
  static void lose() {
    CHECKER.register(new Handle(), "dropped");
  }

  /** A checker of its own. */
  static void other() {
    LeakChecker checker = LeakChecker.builder().build();
    for (int i = 0; i < 2; i++) {
      Handle handle = new Handle();
      HELD.add(handle);
      checker.register(handle, "of another checker");
      if (i == 0) {
        checker.unregister(handle);
      }
    }
    HELD.add(checker.finalCheck());
  }
}
