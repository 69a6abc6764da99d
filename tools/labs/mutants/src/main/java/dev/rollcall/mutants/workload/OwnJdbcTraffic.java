package dev.rollcall.mutants.workload;

import static dev.rollcall.mutants.workload.Wire.failing;

import dev.rollcall.mutants.app.jdbc.AccountCursor;
import dev.rollcall.mutants.app.jdbc.Importer;
import dev.rollcall.mutants.app.jdbc.Lease;
import dev.rollcall.mutants.app.jdbc.Ledger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Parts of an application that use JDBC by themselves. */
final class OwnJdbcTraffic {
  private static final int ROUNDS = 12;

  private OwnJdbcTraffic() {}

  static Map<String, Scenario> scenarios() {
    Map<String, Scenario> all = new TreeMap<>();
    all.put("jdbc.ledger", Database.scenario("jdbcLedger", OwnJdbcTraffic::ledger));
    all.put("jdbc.cursor", Database.scenario("jdbcCursor", OwnJdbcTraffic::cursor));
    all.put("jdbc.importer", Database.scenario("jdbcImporter", OwnJdbcTraffic::importer));
    all.put("jdbc.lease", Database.scenario("jdbcLease", OwnJdbcTraffic::lease));
    return all;
  }

  private static void ledger(DataSource source) {
    Ledger ledger = new Ledger(source);
    for (int i = 0; i < ROUNDS; i++) {
      int number = i;
      failing(() -> ledger.move(1 + number % 4, 5 + number % 3, 7));
      failing(() -> ledger.move(2, 1, 1_000_000));
      failing(() -> ledger.move(number % 2 == 0 ? 99 : 3, 4, 1));
      failing(() -> ledger.move(4, number % 3 == 0 ? 99 : 3, 1));
    }
  }

  private static void cursor(DataSource source) {
    for (int i = 0; i < ROUNDS; i++) {
      int number = i;
      failing(
          () -> {
            try (AccountCursor cursor = AccountCursor.after(source, number % 4 - 1)) {
              for (int row = 0; row < number && cursor.next() != null; row++) {
                // To the end, or not.
              }
            }
          });
    }
  }

  private static void importer(DataSource source) {
    for (int i = 0; i < ROUNDS; i++) {
      int number = i;
      failing(
          () -> {
            try (Importer importer = new Importer(source)) {
              String name = "new " + number + " ";
              importer.write(List.of(name + 'a', name + 'b', name + 'c', name + 'd'));
              failing(() -> importer.write(List.of(name + 'e', "owner 1")));
              importer.write(List.of(name + 'f'));
            }
          });
    }
  }

  private static void lease(DataSource source) {
    failing(
        () -> {
          try (Lease lease = new Lease(source)) {
            for (int i = 0; i < 2 * ROUNDS; i++) {
              String client = "client " + i % 5;
              String schema = i % 7 == 3 ? "nowhere" : "public";
              failing(() -> lease.take(client, schema));
              if (i % 3 == 0) {
                lease.end("client " + i % 4);
              }
            }
          }
        });
  }
}
