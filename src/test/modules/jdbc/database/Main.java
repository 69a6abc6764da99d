package database;

import dev.rollcall.jdbc.TrackedDataSource;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Leaks one of two connections; what they are connected to does not matter. */
public final class Main {
  private Main() {}

  /** Runs it. */
  public static void main(String[] arguments) throws SQLException {
    Connection connection = proxy(Connection.class, null);
    DataSource tracked = TrackedDataSource.wrap(proxy(DataSource.class, connection));
    tracked.getConnection().close();
    tracked.getConnection();
  }

  private static <T> T proxy(Class<T> type, Object result) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, parameters) ->
                method.getName().equals("getConnection") ? result : null));
  }
}
