package dev.rollcall.cases;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.rollcall.jdbc.TrackedDataSource;
import io.ebean.EbeanServer;
import io.ebean.EbeanServerFactory;
import io.ebean.TxIsolation;
import io.ebean.config.ServerConfig;
import io.ebean.config.dbplatform.h2.H2Platform;
import javax.persistence.PersistenceException;

/** A program that begins serializable transactions; some are refused, for another one is active. */
final class NestedTransaction {
  private static final int REFUSED = 20;

  private NestedTransaction() {}

  public static void main(String[] args) {
    HikariConfig pooled = new HikariConfig();
    pooled.setJdbcUrl("jdbc:h2:mem:transactions");
    pooled.setMaximumPoolSize(REFUSED + 2);
    pooled.setMinimumIdle(1);
    try (HikariDataSource pool = new HikariDataSource(pooled)) {
      ServerConfig config = new ServerConfig();
      config.setName("transactions");
      config.setDataSource(Operations.areWatched(args) ? pool : TrackedDataSource.wrap(pool));
      config.setDatabasePlatform(new H2Platform());
      config.setDisableClasspathSearch(true);
      config.setDdlGenerate(false);
      config.setDdlRun(false);
      config.setDefaultServer(false);
      config.setRegister(false);
      EbeanServer server = EbeanServerFactory.create(config);
      int refused = 0;
      for (boolean nested : Operations.of(args, REFUSED)) {
        if (nested) {
          server.beginTransaction();
        }
        try {
          server.beginTransaction(TxIsolation.SERIALIZABLE);
        } catch (PersistenceException e) {
          refused++;
        }
        server.endTransaction();
      }
      server.shutdown(false, false);
      if (refused != REFUSED) {
        throw new IllegalStateException(refused + " transactions were refused.");
      }
    }
  }
}
