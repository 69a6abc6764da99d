package dev.rollcall.cases;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.rollcall.jdbc.TrackedDataSource;
import java.util.List;
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
 * A program that reads rows lazily, with a listener that throws at the end of some cursors. Nobody
 * hears of that: the library closes quietly.
 */
final class LazyCursor {
  private static final int FAILING = 20;

  private LazyCursor() {}

  /** Throws at an end while it is full. */
  private static final class Audit extends DefaultExecuteListener {
    private static final long serialVersionUID = 1;

    private boolean full;
    private int ends;

    @Override
    public void fetchEnd(ExecuteContext context) {
      ends++;
      if (full) {
        throw new IllegalStateException("the audit log is full");
      }
    }
  }

  public static void main(String[] args) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl("jdbc:h2:mem:cursors");
    config.setMaximumPoolSize(FAILING + 1);
    config.setMinimumIdle(1);
    try (HikariDataSource pool = new HikariDataSource(config)) {
      Audit audit = new Audit();
      DSLContext database =
          DSL.using(
              new DefaultConfiguration()
                  .set(SQLDialect.H2)
                  .set(
                      new DataSourceConnectionProvider(
                          Operations.areWatched(args) ? pool : TrackedDataSource.wrap(pool)))
                  .set(new DefaultExecuteListenerProvider(audit)));
      List<Boolean> cursors = Operations.of(args, FAILING);
      int read = 0;
      for (boolean full : cursors) {
        audit.full = full;
        for (Record row : database.fetchLazy("select 1")) { // to the end, which closes it
          read += row.get(0, Integer.class);
        }
      }
      if (read != cursors.size() || audit.ends != cursors.size()) {
        throw new IllegalStateException(read + " rows were read, " + audit.ends + " ends seen.");
      }
    }
  }
}
