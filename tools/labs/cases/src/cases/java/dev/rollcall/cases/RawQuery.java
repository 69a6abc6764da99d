package dev.rollcall.cases;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.rollcall.jdbc.TrackedDataSource;
import io.requery.PersistenceException;
import io.requery.meta.EntityModel;
import io.requery.meta.EntityModelBuilder;
import io.requery.sql.EntityDataStore;

/** A program with a raw query, which fails for every third parameter. */
final class RawQuery {
  private static final int QUERIES = 60;

  private RawQuery() {}

  public static void main(String[] args) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl("jdbc:h2:mem:raw");
    config.setMaximumPoolSize(QUERIES);
    config.setMinimumIdle(1);
    EntityModel nothing = new EntityModelBuilder("nothing").build();
    try (HikariDataSource pool = new HikariDataSource(config);
        EntityDataStore<Object> store =
            new EntityDataStore<>(TrackedDataSource.wrap(pool), nothing)) {
      int failed = 0;
      for (int i = 0; i < QUERIES; i++) {
        try {
          store.raw("select 10 / cast(? as integer)", i % 3).toList();
        } catch (PersistenceException e) {
          failed++;
        }
      }
      if (failed != QUERIES / 3) {
        throw new IllegalStateException(failed + " queries failed.");
      }
    }
  }
}
