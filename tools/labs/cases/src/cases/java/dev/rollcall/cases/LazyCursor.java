package dev.rollcall.cases;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.rollcall.jdbc.TrackedDataSource;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.DataSourceConnectionProvider;
import org.jooq.impl.DefaultConfiguration;
import org.jooq.impl.DefaultExecuteListener;
import org.jooq.impl.DefaultExecuteListenerProvider;

/**
 * A program that reads rows lazily, with a listener that throws at the end of every third cursor.
 * Nobody hears of that: the library closes quietly.
 */
final class LazyCursor {
  private static final int CURSORS = 60;

  private LazyCursor() {}

  /** Throws at every third end. */
  private static final class Audit extends DefaultExecuteListener {
    private static final long serialVersionUID = 1;

    private int ends;

    @Override
    public void fetchEnd(ExecuteContext context) {
      if (ends++ % 3 == 0) {
        throw new IllegalStateException("the audit log is full");
      }
    }
  }

  public static void main(String[] args) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl("jdbc:h2:mem:cursors");
    config.setMaximumPoolSize(CURSORS);
    config.setMinimumIdle(1);
    try (HikariDataSource pool = new HikariDataSource(config)) {
      Audit audit = new Audit();
      DSLContext database =
          DSL.using(
              new DefaultConfiguration()
                  .set(SQLDialect.H2)
                  .set(new DataSourceConnectionProvider(TrackedDataSource.wrap(pool)))
                  .set(new DefaultExecuteListenerProvider(audit)));
      int read = 0;
      for (int i = 0; i < CURSORS; i++) {
        for (Record row : database.fetchLazy("select 1")) { // to the end, which closes it
          read += row.get(0, Integer.class);
        }
      }
      if (read != CURSORS || audit.ends != CURSORS) {
        throw new IllegalStateException(read + " rows were read, " + audit.ends + " ends seen.");
      }
    }
  }
}
