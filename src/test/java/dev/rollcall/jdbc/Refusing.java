package dev.rollcall.jdbc;

import java.lang.reflect.Proxy;
import java.sql.Connection;

/** A connection that does nothing, and throws if one of its methods is called. */
final class Refusing {
  private Refusing() {}

  static Connection connection(String method, Exception thrown) {
    return (Connection)
        Proxy.newProxyInstance(
            Refusing.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, called, arguments) -> {
              if (called.getName().equals(method)) {
                throw thrown;
              }
              return null;
            });
  }
}
