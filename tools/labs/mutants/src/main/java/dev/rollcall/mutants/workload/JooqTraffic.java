package dev.rollcall.mutants.workload;

import static dev.rollcall.mutants.workload.Wire.failing;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.DataSourceConnectionProvider;
import org.jooq.impl.DefaultConfiguration;

/** jOOQ: eager and lazy queries, batches and transactions, some of which fail. */
final class JooqTraffic {
  private static final int ROUNDS = 10;
  private static final Table<Record> ACCOUNT = table(name("ACCOUNT"));
  private static final Field<Integer> ID = field(name("ID"), Integer.class);
  private static final Field<String> OWNER = field(name("OWNER"), String.class);
  private static final Field<Long> CENTS = field(name("CENTS"), Long.class);

  static {
    System.setProperty("org.jooq.no-logo", "true");
    System.setProperty("org.jooq.no-tips", "true");
  }

  private JooqTraffic() {}

  static Map<String, Scenario> scenarios() {
    Map<String, Scenario> all = new TreeMap<>();
    all.put("jooq.queries", Database.scenario("jooqQueries", JooqTraffic::queries));
    all.put("jooq.cursors", Database.scenario("jooqCursors", JooqTraffic::cursors));
    all.put("jooq.updates", Database.scenario("jooqUpdates", JooqTraffic::updates));
    all.put("jooq.transactions", Database.scenario("jooqTransactions", JooqTraffic::together));
    all.put("jooq.listener", Database.scenario("jooqListener", JooqTraffic::listener));
    return all;
  }

  /** Throws in one of several rounds when a query is about to be executed or has ended. */
  private static final class Refusing implements ExecuteListener {
    private static final long serialVersionUID = 1;
    private int executions;

    @Override
    public void executeStart(ExecuteContext context) {
      executions++;
      if (executions % 5 == 2) {
        throw new IllegalStateException("not now");
      }
    }

    @Override
    public void fetchEnd(ExecuteContext context) {
      if (executions % 5 == 3) {
        throw new IllegalStateException("not then");
      }
    }
  }

  private static DSLContext on(DataSource source) {
    return DSL.using(source, SQLDialect.H2, new Settings().withExecuteLogging(false));
  }

  private static void queries(DataSource source) {
    DSLContext jooq = on(source);
    for (int i = 0; i < ROUNDS; i++) {
      int number = i;
      failing(() -> jooq.select(OWNER, CENTS).from(ACCOUNT).fetch());
      failing(() -> jooq.select(OWNER).from(ACCOUNT).where(ID.eq(number)).fetchOne());
      failing(() -> jooq.fetch("select * from account"));
      failing(() -> jooq.fetch("select * from nowhere"));
      failing(() -> jooq.fetchCount(ACCOUNT));
      failing(() -> jooq.fetchMany("select 1"));
      failing(
          () ->
              jooq.select(OWNER)
                  .from(ACCOUNT)
                  .fetch(
                      row -> {
                        throw new IllegalStateException("refused: " + row);
                      }));
      failing(() -> jooq.selectOne().fetchAsync(Runnable::run).toCompletableFuture().join());
    }
  }

  private static void cursors(DataSource source) {
    DSLContext jooq = on(source);
    for (int i = 0; i < ROUNDS; i++) {
      int number = i;
      failing(
          () -> {
            try (Cursor<?> cursor = jooq.select(OWNER).from(ACCOUNT).fetchLazy()) {
              for (int row = 0; row <= number && cursor.hasNext(); row++) {
                cursor.fetchNext();
              }
            }
          });
      failing(() -> jooq.select(OWNER).from(ACCOUNT).fetchLazy().fetch());
      failing(
          () -> {
            try (Stream<?> rows = jooq.select(OWNER).from(ACCOUNT).fetchStream()) {
              rows.limit(2).forEach(row -> {});
            }
          });
      failing(() -> jooq.fetchLazy("select * from nowhere").close());
    }
  }

  private static void updates(DataSource source) {
    DSLContext jooq = on(source);
    for (int i = 0; i < ROUNDS; i++) {
      String owner = "new " + i;
      failing(() -> jooq.update(ACCOUNT).set(CENTS, 7L).where(ID.eq(1)).execute());
      failing(() -> jooq.insertInto(ACCOUNT, OWNER, CENTS).values("owner 1", 1L).execute());
      failing(
          () ->
              jooq.insertInto(ACCOUNT, OWNER, CENTS).values(owner, 1L).returningResult(ID).fetch());
      failing(
          () ->
              jooq.batch(
                      jooq.update(ACCOUNT).set(CENTS, 1L).where(ID.eq(1)),
                      jooq.update(ACCOUNT).set(CENTS, 2L).where(ID.eq(2)))
                  .execute());
      failing(
          () ->
              jooq.batch("update account set cents = ? where id = ?")
                  .bind(1, 1)
                  .bind(2, 2)
                  .execute());
      failing(() -> jooq.batch("update nowhere set cents = ?").bind(1).execute());
    }
  }

  private static void together(DataSource source) {
    DSLContext jooq = on(source);
    for (int i = 0; i < ROUNDS; i++) {
      int number = i;
      failing(
          () ->
              jooq.transaction(
                  inner -> {
                    inner.dsl().update(ACCOUNT).set(CENTS, 7L).where(ID.eq(1)).execute();
                    inner.dsl().select(OWNER).from(ACCOUNT).fetch();
                    if (number % 3 == 1) {
                      throw new IllegalStateException("too little");
                    }
                  }));
      failing(() -> jooq.connection(connection -> connection.createStatement().close()));
    }
  }

  private static void listener(DataSource source) {
    DSLContext jooq =
        DSL.using(
            new DefaultConfiguration()
                .set(new DataSourceConnectionProvider(source))
                .set(SQLDialect.H2)
                .set(new Settings().withExecuteLogging(false))
                .set(new Refusing()));
    for (int i = 0; i < 2 * ROUNDS; i++) {
      failing(() -> jooq.select(OWNER, CENTS).from(ACCOUNT).fetch());
      failing(
          () -> {
            try (Cursor<?> cursor = jooq.select(OWNER).from(ACCOUNT).fetchLazy()) {
              cursor.fetchNext(3);
            }
          });
    }
  }
}
