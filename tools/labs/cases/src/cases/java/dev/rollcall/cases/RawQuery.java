package dev.rollcall.cases;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.rollcall.jdbc.TrackedDataSource;
import io.requery.PersistenceException;
import io.requery.meta.EntityModel;
import io.requery.meta.EntityModelBuilder;
import io.requery.sql.EntityDataStore;

/** A program with a raw query, which fails for some parameters. */
final class RawQuery {
  private static final int FAILING = 20;

  private RawQuery() {}

  public static void main(String[] args) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl("jdbc:h2:mem:raw");
    config.setMaximumPoolSize(FAILING + 1);
    config.setMinimumIdle(1);
    EntityModel nothing = new EntityModelBuilder("nothing").build();
    try (HikariDataSource pool = new HikariDataSource(config);
        EntityDataStore<Object> store =
            new EntityDataStore<>(
                Operations.areWatched(args) ? pool : TrackedDataSource.wrap(pool), nothing)) {
      int failed = 0;
      for (boolean fails : Operations.of(args, FAILING)) {
        try {
          store.raw("select 10 / cast(? as integer)", fails ? 0 : 1).toList();
        } catch (PersistenceException e) {
          failed++;
        }
      }
      if (failed != FAILING) {
        throw new IllegalStateException(failed + " queries failed.");
      }
    }
  }
}
