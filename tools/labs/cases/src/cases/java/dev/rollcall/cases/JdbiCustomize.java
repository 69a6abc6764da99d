package dev.rollcall.cases;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.rollcall.jdbc.TrackedDataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.spi.JdbiPlugin;

/** A program with a pool, and a plugin that refuses some handles. */
final class JdbiCustomize {
  private static final int REFUSED = 20;

  private JdbiCustomize() {}

  /** Refuses a handle while it is told to. */
  private static final class Quota implements JdbiPlugin {
    private boolean exceeded;

    @Override
    public Handle customizeHandle(Handle handle) {
      if (exceeded) {
        throw new IllegalStateException("over quota");
      }
      return handle;
    }
  }

  public static void main(String[] args) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl("jdbc:h2:mem:");
    config.setMaximumPoolSize(REFUSED + 1);
    config.setMinimumIdle(1);
    try (HikariDataSource pool = new HikariDataSource(config)) {
      Quota quota = new Quota();
      Jdbi jdbi =
          Jdbi.create(Operations.areWatched(args) ? pool : TrackedDataSource.wrap(pool))
              .installPlugin(quota);
      int refused = 0;
      for (boolean exceeded : Operations.of(args, REFUSED)) {
        quota.exceeded = exceeded;
        try {
          jdbi.useHandle(handle -> handle.createQuery("select 1").mapTo(Integer.class).one());
        } catch (IllegalStateException e) {
          refused++;
        }
      }
      if (refused != REFUSED) {
        throw new IllegalStateException(refused + " handles were refused.");
      }
    }
  }
}
