package dev.rollcall.mutants.workload;

import static dev.rollcall.mutants.workload.Wire.failing;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.ResultIterator;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/** Jdbi: handles, queries, streams, batches and transactions, some of which fail. */
final class JdbiTraffic {
  private static final int ROUNDS = 10;

  private JdbiTraffic() {}

  static Map<String, Scenario> scenarios() {
    Map<String, Scenario> all = new TreeMap<>();
    all.put("jdbi.queries", Database.scenario("jdbiQueries", JdbiTraffic::queries));
    all.put("jdbi.streams", Database.scenario("jdbiStreams", JdbiTraffic::streams));
    all.put("jdbi.updates", Database.scenario("jdbiUpdates", JdbiTraffic::updates));
    all.put("jdbi.transactions", Database.scenario("jdbiTransactions", JdbiTraffic::together));
    return all;
  }

  private static void queries(DataSource source) {
    Jdbi jdbi = Jdbi.create(source);
    for (int i = 0; i < ROUNDS; i++) {
      int number = i;
      failing(
          () ->
              jdbi.withHandle(
                  handle -> handle.select("select owner from account").mapTo(String.class).list()));
      failing(
          () ->
              jdbi.useHandle(
                  handle -> {
                    handle
                        .createQuery("select owner from account where id = :id")
                        .bind("id", number)
                        .mapTo(String.class)
                        .one();
                  }));
      failing(() -> jdbi.withHandle(handle -> handle.select("select * from nowhere").mapToMap()));
      failing(
          () ->
              jdbi.withHandle(handle -> handle.select("select * from nowhere").mapToMap().list()));
      failing(
          () ->
              jdbi.withHandle(
                  handle ->
                      handle
                          .select("select owner from account")
                          .map(
                              (row, context) -> {
                                throw new IllegalStateException("refused");
                              })
                          .list()));
      failing(
          () ->
              jdbi.useHandle(
                  handle -> {
                    throw new IllegalStateException("changed its mind");
                  }));
    }
  }

  private static void streams(DataSource source) {
    Jdbi jdbi = Jdbi.create(source);
    for (int i = 0; i < ROUNDS; i++) {
      failing(
          () -> {
            try (Handle handle = jdbi.open();
                Query query = handle.createQuery("select owner from account");
                Stream<String> owners = query.mapTo(String.class).stream()) {
              owners.limit(3).forEach(owner -> {});
            }
          });
      failing(
          () -> {
            try (Handle handle = jdbi.open();
                ResultIterator<String> owners =
                    handle
                        .createQuery("select owner from account")
                        .mapTo(String.class)
                        .iterator()) {
              owners.next();
            }
          });
      failing(
          () ->
              jdbi.useHandle(
                  handle ->
                      handle
                          .createQuery("select owner from account")
                          .mapTo(String.class)
                          .useStream(owners -> owners.forEach(owner -> {}))));
    }
  }

  private static void updates(DataSource source) {
    Jdbi jdbi = Jdbi.create(source);
    for (int i = 0; i < ROUNDS; i++) {
      String owner = "new " + i;
      failing(
          () ->
              jdbi.useHandle(
                  handle -> handle.execute("update account set cents = 1 where id = ?", 1)));
      failing(
          () ->
              jdbi.useHandle(
                  handle ->
                      handle
                          .createUpdate("insert into account (owner, cents) values (?, 1)")
                          .bind(0, owner)
                          .executeAndReturnGeneratedKeys("id")
                          .mapTo(Integer.class)
                          .one()));
      failing(
          () ->
              jdbi.useHandle(
                  handle ->
                      handle.execute("insert into account (owner, cents) values ('owner 1', 1)")));
      failing(
          () ->
              jdbi.useHandle(
                  handle -> {
                    PreparedBatch batch =
                        handle.prepareBatch("update account set cents = ? where id = ?");
                    batch.add(1, 1).add(2, 2).execute();
                  }));
      failing(
          () ->
              jdbi.useHandle(
                  handle ->
                      handle
                          .createBatch()
                          .add("delete from account where id < 0")
                          .add("delete from nowhere")
                          .execute()));
      failing(
          () ->
              jdbi.useHandle(
                  handle ->
                      handle
                          .createScript("update account set cents = 1 where id = 1; select 1;")
                          .execute()));
    }
  }

  private static void together(DataSource source) {
    Jdbi jdbi = Jdbi.create(source);
    for (int i = 0; i < ROUNDS; i++) {
      int number = i;
      failing(
          () ->
              jdbi.useTransaction(
                  handle -> {
                    handle.execute("update account set cents = 1 where id = ?", 1);
                    handle.select("select owner from account").mapTo(String.class).list();
                    if (number % 3 == 1) {
                      throw new IllegalStateException("too little");
                    }
                  }));
      failing(
          () -> {
            try (Handle handle = jdbi.open()) {
              handle.begin();
              handle.execute("update account set cents = 1 where id = ?", 1);
              handle.rollback();
            }
          });
    }
  }
}
