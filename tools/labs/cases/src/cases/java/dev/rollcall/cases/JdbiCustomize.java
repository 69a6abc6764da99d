package dev.rollcall.cases;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.rollcall.jdbc.TrackedDataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.spi.JdbiPlugin;

/** A program with a pool, and a plugin that refuses every third handle. */
final class JdbiCustomize {
  private static final int HANDLES = 60;

  private JdbiCustomize() {}

  /** Refuses every third handle. */
  private static final class Quota implements JdbiPlugin {
    private int handles;

    @Override
    public Handle customizeHandle(Handle handle) {
      if (handles++ % 3 == 0) {
        throw new IllegalStateException("over quota");
      }
      return handle;
    }
  }

  public static void main(String[] args) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl("jdbc:h2:mem:");
    config.setMaximumPoolSize(HANDLES);
    config.setMinimumIdle(1);
    try (HikariDataSource pool = new HikariDataSource(config)) {
      Jdbi jdbi = Jdbi.create(TrackedDataSource.wrap(pool)).installPlugin(new Quota());
      int refused = 0;
      for (int i = 0; i < HANDLES; i++) {
        try {
          jdbi.useHandle(handle -> handle.createQuery("select 1").mapTo(Integer.class).one());
        } catch (IllegalStateException e) {
          refused++;
        }
      }
      if (refused != HANDLES / 3) {
        throw new IllegalStateException(refused + " handles were refused.");
      }
    }
  }
}
