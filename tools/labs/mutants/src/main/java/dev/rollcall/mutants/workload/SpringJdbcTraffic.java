package dev.rollcall.mutants.workload;

import static dev.rollcall.mutants.workload.Wire.failing;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.SimpleJdbcInsert;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.transaction.support.TransactionTemplate;

/** Spring JDBC: templates with and without transactions, some of which fail. */
final class SpringJdbcTraffic {
  private static final int ROUNDS = 10;
  private static final RowMapper<String> OWNER = (row, number) -> row.getString("owner");

  private SpringJdbcTraffic() {}

  static Map<String, Scenario> scenarios() {
    Map<String, Scenario> all = new TreeMap<>();
    all.put("spring.queries", Database.scenario("springQueries", SpringJdbcTraffic::queries));
    all.put("spring.updates", Database.scenario("springUpdates", SpringJdbcTraffic::updates));
    all.put("spring.streams", Database.scenario("springStreams", SpringJdbcTraffic::streams));
    all.put(
        "spring.transactions",
        Database.scenario("springTransactions", SpringJdbcTraffic::together));
    all.put("spring.scripts", Database.scenario("springScripts", SpringJdbcTraffic::scripts));
    return all;
  }

  private static void queries(DataSource source) {
    JdbcTemplate template = new JdbcTemplate(source);
    for (int i = 0; i < ROUNDS; i++) {
      int number = i;
      failing(() -> template.query("select owner from account", OWNER));
      failing(() -> template.query("select owner from account where id = ?", OWNER, number));
      failing(() -> template.queryForObject("select cents from account where id = 1", Long.class));
      failing(() -> template.queryForRowSet("select * from account where cents > ?", 10 * number));
      failing(() -> template.queryForList("select * from nowhere"));
      failing(() -> template.query("select owner from account", SpringJdbcTraffic::refused));
      failing(() -> template.query("select * from account where id = ?", OWNER, "no number"));
    }
  }

  private static String refused(ResultSet row, int number) {
    if (number > 1) {
      throw new IllegalStateException("row " + number + " of " + row + " is refused");
    }
    return "row";
  }

  private static void updates(DataSource source) {
    JdbcTemplate template = new JdbcTemplate(source);
    SimpleJdbcInsert insert =
        new SimpleJdbcInsert(source).withTableName("account").usingGeneratedKeyColumns("id");
    for (int i = 0; i < ROUNDS; i++) {
      String owner = "new " + i;
      failing(() -> template.update("update account set cents = cents + 1 where id = ?", 1));
      failing(() -> template.update("insert into account (owner, cents) values ('owner 1', 0)"));
      failing(() -> template.execute("set lock_timeout 100"));
      failing(
          () ->
              template.batchUpdate(
                  "update account set cents = ? where id = ?",
                  List.of(new Object[] {1, 1}, new Object[] {2, 2})));
      failing(() -> template.batchUpdate("delete from account where id < 0", "delete from no"));
      failing(() -> insert.executeAndReturnKey(Map.of("owner", owner, "cents", 5)));
      failing(
          () ->
              template.update(
                  connection ->
                      connection.prepareStatement(
                          "insert into account (owner, cents) values ('key " + owner + "', 1)",
                          new String[] {"id"}),
                  new GeneratedKeyHolder()));
    }
  }

  private static void streams(DataSource source) {
    JdbcTemplate template = new JdbcTemplate(source);
    template.setFetchSize(2);
    for (int i = 0; i < ROUNDS; i++) {
      failing(
          () -> {
            try (Stream<String> owners =
                template.queryForStream("select owner from account", OWNER)) {
              owners.forEach(owner -> {});
            }
          });
      failing(
          () -> {
            try (Stream<String> owners =
                template.queryForStream("select owner from account", OWNER)) {
              owners.limit(1).forEach(owner -> {});
            }
          });
      failing(() -> template.queryForStream("select owner from nowhere", OWNER).close());
    }
  }

  private static void together(DataSource source) {
    JdbcTemplate template = new JdbcTemplate(source);
    TransactionTemplate transactions =
        new TransactionTemplate(new DataSourceTransactionManager(source));
    for (int i = 0; i < ROUNDS; i++) {
      int number = i;
      failing(
          () ->
              transactions.executeWithoutResult(
                  status -> {
                    template.update("update account set cents = cents - 1 where id = 1");
                    template.query("select owner from account", OWNER);
                    if (number % 3 == 1) {
                      status.setRollbackOnly();
                    } else if (number % 3 == 2) {
                      throw new IllegalStateException("too little");
                    }
                  }));
      failing(
          () ->
              transactions.executeWithoutResult(
                  status -> template.update("update nowhere set cents = 0")));
    }
  }

  private static void scripts(DataSource source) {
    for (int i = 0; i < ROUNDS; i++) {
      String last = i % 2 == 0 ? "delete from account where id < 0;" : "this is no sql;";
      failing(
          () ->
              new ResourceDatabasePopulator(
                      new ByteArrayResource(
                          ("update account set cents = 1 where id = 1;\n" + last)
                              .getBytes(StandardCharsets.US_ASCII)))
                  .execute(source));
    }
  }
}
